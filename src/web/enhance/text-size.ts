/** Makes the type size switch work at once; without a script it is a link that does the same through the server. */
export function textSize(): void {
  const link = document.querySelector<HTMLElement>('[data-scales]');
  link?.addEventListener('click', (event) => {
    event.preventDefault();
    const { dataset } = document.documentElement;
    // 100, 125, 150 per cent and round again; the page says nothing for 100.
    const next = (Number(dataset.scale ?? 100) - 75) % 75;
    dataset.scale = `${100 + next}`;
    document.cookie = `co-chu=${dataset.scale};path=/;max-age=31536000;samesite=lax`;
    link.textContent = link.dataset.scales?.split('|')[next / 25] ?? '';
  });
}
