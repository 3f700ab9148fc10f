import { expect } from '@playwright/test';
import { declareBirth } from '../support/declare-birth.ts';
import { journey } from '../support/journey.ts';
import { openDesk, openPhone } from '../support/office.ts';

for (const javaScriptEnabled of [false, true]) {
  journey(`a birth is declared with two photographs ${javaScriptEnabled ? 'with' : 'without'} scripts, and the office reads what was declared`, async ({ browser }) => {
    journey.setTimeout(300_000);
    const mother = javaScriptEnabled ? 'Phạm Thị Thử' : 'Phạm Thị Không';
    await declareBirth(await openPhone(browser, { javaScriptEnabled }), mother, { javaScriptEnabled });

    const desk = await openDesk(browser, 'motcua1');
    const listed = await desk.request.post('/api/dossiers/search', { data: { list: 'all', q: mother, after: null } });
    const { items } = (await listed.json()) as { items: readonly { id: string }[] };
    await desk.goto(`/can-bo/tat-ca-ho-so/${items[0]?.id ?? ''}`);
    await expect(desk.getByRole('heading', { name: 'Tờ khai điện tử' })).toBeVisible();
    await expect(desk.locator('main')).toContainText('Trần Gia Bảo');
    await expect(desk.locator('main')).not.toContainText('038196000123');
  });
}
