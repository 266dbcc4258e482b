// The form of the toy service: what is ticked is sent when it is saved, and not before.

const form = document.getElementById('privacy');
const [newsletter, doNotShare, save, deleteAll] = [
  'newsletter',
  'doNotShare',
  'savePrivacy',
  'deleteAll',
].map((id) => document.getElementById(id));

form.addEventListener('input', () => {
  save.disabled = false;
});
show(await (await fetch('/api/privacy')).json());
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const body = JSON.stringify({ doNotShare: doNotShare.checked, newsletter: newsletter.checked });
  save.disabled = true;
  show(await (await fetch('/api/privacy', { method: 'PUT', body })).json());
});
deleteAll.addEventListener('click', () => fetch('/api/deletion', { method: 'POST' }));

function show(account) {
  newsletter.checked = account.newsletter;
  doNotShare.checked = account.doNotShare;
  form.dataset.state = 'shown';
}
