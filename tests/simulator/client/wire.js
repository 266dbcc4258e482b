/** Answers `undefined` when only a full page load can show what the server has in mind. */
export async function card(path) {
  return read(`/mysettings-api/settingsApiSettingCards/${encodeURIComponent(path)}`);
}

export async function rows(category) {
  return read(`/mysettings-api/settingsApiSneakPeeks?category=${category}&q=category`);
}

export async function state(key) {
  return (await read(`/mysettings-api/settingsApiSettings/${key}`))?.value;
}

export async function save(key, value) {
  try {
    const answer = await fetch(`/mysettings-api/settingsApiSettings/${key}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'csrf-token': token() },
      body: JSON.stringify({ key, value, settingDisplayType: 'TOGGLE' }),
    });
    // A browser that is not asked for the body may not finish the request.
    await answer.text();
    return answer.ok;
  } catch {
    return false;
  }
}

async function read(address) {
  const answer = await fetch(address, { headers: { 'csrf-token': token() } });
  return answer.ok ? answer.json() : undefined;
}

function token() {
  return /(?:^|; )JSESSIONID="([^"]*)"/.exec(document.cookie)?.[1] ?? '';
}
