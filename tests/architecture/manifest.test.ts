import { beforeAll, describe, expect, test } from 'vitest';
import { services } from '../../src/catalogue/index.ts';
import { type Built, type BuiltManifest, build, targets } from './build.ts';

/** Everything in a manifest by which an extension reaches out, or can be reached. */
const reach = [
  'permissions',
  'optional_permissions',
  'host_permissions',
  'optional_host_permissions',
  'content_scripts',
  'background',
  'action',
  'web_accessible_resources',
  'externally_connectable',
  'content_security_policy',
  'sandbox',
  'incognito',
  'storage',
  'commands',
  'omnibox',
  'devtools_page',
  'options_ui',
  'options_page',
  'chrome_url_overrides',
  'chrome_settings_overrides',
  'declarative_net_request',
  'side_panel',
  'sidebar_action',
  'update_url',
  'key',
] as const;

/** What says who we are and on what we run, and reaches nothing. */
const identity = [
  'manifest_version',
  'name',
  'description',
  'default_locale',
  'icons',
  'version',
  'minimum_chrome_version',
  'browser_specific_settings',
];

function reachOf(manifest: BuiltManifest): Record<string, unknown> {
  return Object.fromEntries(
    reach.filter((field) => field in manifest).map((field) => [field, manifest[field]]),
  );
}

describe.each(targets)('the manifest built for %s', (target) => {
  let built: Built;
  beforeAll(async () => {
    built = await build(target);
  }, 120_000);

  test('reaches as far as was agreed, and no further', () => {
    // Whoever changes this makes the extension reach further: say why in docs and commit.
    const agreed = {
      permissions: [
        'storage',
        'alarms',
        'scripting',
        // Containers cannot be told apart without it; that no cookie is read is tested with the imports.
        ...(target === 'firefox' ? ['cookies'] : []),
      ],
      // Asked for on the person's click in the preferences: a flip-back, a check that has grown old.
      optional_permissions: ['notifications'],
      host_permissions: ['https://www.linkedin.com/*'],
      content_scripts: [
        {
          js: ['src/entrypoints/settings-page/index.iife.js'],
          run_at: 'document_start',
          all_frames: false,
          matches: ['https://www.linkedin.com/mypreferences/*'],
        },
      ],
      background:
        target === 'chrome'
          ? { service_worker: 'service-worker-loader.js', type: 'module' }
          : { scripts: ['service-worker-loader.js'], type: 'module' },
      action: {
        default_title: '__MSG_app_name__',
        default_popup: 'src/entrypoints/popup/index.html',
        default_icon: { 16: 'icons/16.png', 32: 'icons/32.png' },
      },
      // What administrators may set: two preferences and the language.
      ...(target === 'chrome' ? { storage: { managed_schema: 'managed-schema.json' } } : {}),
      options_ui: { page: 'src/entrypoints/dashboard/index.html', open_in_tab: true },
    };
    expect(reachOf(built.manifest)).toEqual(agreed);
  });

  test.each([
    'web_accessible_resources',
    'externally_connectable',
    'optional_host_permissions',
    'content_security_policy',
  ])('has no %s', (field) => {
    expect(built.manifest[field]).toBeUndefined();
  });

  test('has no field that nobody has judged', () => {
    const judged: readonly string[] = [...reach, ...identity];
    const fields = Object.keys(built.manifest);
    expect(fields.filter((field) => !judged.includes(field))).toEqual([]);
    expect(fields.length).toBeGreaterThanOrEqual(12);
  });

  test('asks for the pages of the recipes, and for none else', () => {
    const { host_permissions, content_scripts } = built.manifest;
    expect(host_permissions).toEqual(services.flatMap(({ warnOn }) => warnOn));
    expect(content_scripts).toHaveLength(1);
    expect(content_scripts[0]).toMatchObject({
      matches: services.flatMap(({ settingsPages }) => settingsPages),
    });
  });

  test('runs on what its own browser needs', () => {
    const { minimum_chrome_version, browser_specific_settings } = built.manifest;
    expect({ minimum_chrome_version, browser_specific_settings }).toEqual(
      target === 'chrome'
        ? { minimum_chrome_version: '123', browser_specific_settings: undefined }
        : {
            minimum_chrome_version: undefined,
            browser_specific_settings: {
              gecko: {
                id: 'default-check@default-check.example',
                strict_min_version: '140.0',
                data_collection_permissions: { required: ['none'] },
              },
              gecko_android: { strict_min_version: '142.0' },
            },
          },
    );
  });

  test('names only files that are there', () => {
    const { icons, action, background, options_ui } = built.manifest as unknown as {
      icons: Record<string, string>;
      action: { default_popup: string; default_icon: Record<string, string> };
      background: { service_worker?: string; scripts?: string[] };
      options_ui: { page: string };
    };
    const named = [
      ...Object.values(icons),
      ...Object.values(action.default_icon),
      action.default_popup,
      options_ui.page,
      ...built.manifest.content_scripts.flatMap(({ js }) => js),
      background.service_worker ?? '',
      ...(background.scripts ?? []),
      '_locales/en/messages.json',
    ].filter(Boolean);
    expect(named.filter((file) => !built.files.has(file))).toEqual([]);
    expect(named).toHaveLength(4 + 2 + 1 + 1 + 1 + 1 + 1);
  });
});
