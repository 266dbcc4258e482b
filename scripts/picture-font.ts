import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Has browsers that are started from now on draw with Liberation Sans, which Debian installs beside
 * Chromium, where a page asks for the system's own font. Only on Linux is there a choice.
 */
export function drawWithOneFont(): void {
  const folder = mkdtempSync(join(tmpdir(), 'default-check-font-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const settings = join(folder, 'fonts.conf');
  writeFileSync(
    settings,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <cachedir>${folder}</cachedir>
  ${['system-ui', 'sans-serif'].map(standsFor).join('\n  ')}
</fontconfig>
`,
  );
  process.env['FONTCONFIG_FILE'] = settings;
}

function standsFor(family: string): string {
  return `<match target="pattern">
    <test qual="any" name="family"><string>${family}</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>Liberation Sans</string></edit>
  </match>`;
}
