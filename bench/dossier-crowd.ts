// A database with as many dossiers as a province has in two years, made by the database itself from set-based statements. It stays in
// the folder of XASO_CROWD (default: the temporary folder), so that a second measurement does not make it again.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type StaffActor } from '../src/kernel/actor.ts';
import { type WorkingCalendar } from '../src/kernel/working-calendar.ts';
import { createCalendars } from '../src/modules/calendar/index.ts';
import { type DossiersDeps } from '../src/modules/dossiers/index.ts';
import { openDataFolder } from '../src/platform/data-folder/open-data-folder.ts';
import { type DatabaseHandle, openDatabase } from '../src/platform/db/database.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.ts';
import { createCommune } from '../test/commune.ts';

const COMMUNES = 177;
const BATCH = 50_000;
/** The moment at which the crowd stands: dossiers of the two years before it. */
export const CROWD_NOW = new Date('2026-11-20T10:00:00+07:00');

/** How many dossiers, in how many communes (left out: 177). */
export interface CrowdSize {
  readonly size: number;
  readonly communes?: number;
}

/** One size of the crowd, opened as the application. */
export interface Crowd {
  readonly size: number;
  readonly handle: DatabaseHandle;
  /** To open the same database otherwise. */
  readonly config: pg.PoolConfig;
  readonly calendar: WorkingCalendar;
  /** The communes that are measured: the largest, and others of every size. */
  readonly communes: readonly { readonly code: string; readonly dossiers: number }[];
}

/** Folded as the program folds names. */
const FOLD = (text: string): string => `regexp_replace(translate(regexp_replace(lower(normalize(${text}, NFKD)), '[\\u0300-\\u036f]', '', 'g'), 'đ', 'd'), '[^a-z0-9]+', ' ', 'g')`;

const pick = (items: readonly string[], chance: string): string => `(array[${items.map((item) => `'${item}'`).join(', ')}])[1 + floor(${chance} * ${String(items.length)})::int]`;

const FAMILIES = ['Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Trần', 'Trần', 'Lê', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý', 'Đinh'];
const MIDDLES = ['Văn', 'Văn', 'Văn', 'Thị', 'Thị', 'Thị', 'Đức', 'Minh', 'Hữu', 'Ngọc', 'Thanh', 'Quốc', 'Xuân', 'Thu', 'Kim'];
const GIVENS = ['An', 'Anh', 'Bình', 'Cường', 'Dung', 'Dũng', 'Đạt', 'Giang', 'Hà', 'Hải', 'Hạnh', 'Hiền', 'Hòa', 'Hùng', 'Hương', 'Khánh', 'Lan', 'Linh', 'Long', 'Mai', 'Minh', 'Nam', 'Nga', 'Ngân', 'Phúc', 'Phương', 'Quân', 'Quỳnh', 'Sơn', 'Tâm', 'Thảo', 'Thắng', 'Trang', 'Tuấn', 'Uyên', 'Vân', 'Yến'];
const PROCEDURES: readonly (readonly [code: string, name: string, field: string, share: number])[] = [
  ['2.000815', 'Chứng thực bản sao từ bản chính', 'Chứng thực', 0.42], ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch', 0.12], ['1.004873', 'Cấp giấy xác nhận tình trạng hôn nhân', 'Hộ tịch', 0.1],
  ['2.000908', 'Cấp bản sao trích lục hộ tịch', 'Hộ tịch', 0.09], ['1.000894', 'Đăng ký kết hôn', 'Hộ tịch', 0.05], ['1.000656', 'Đăng ký khai tử', 'Hộ tịch', 0.04],
  ['1.010804', 'Giải quyết mai táng phí', 'Bảo trợ xã hội', 0.04], ['1.001776', 'Trợ cấp xã hội hằng tháng', 'Bảo trợ xã hội', 0.05], ['1.012223', 'Xác nhận tình trạng đất đai', 'Đất đai', 0.06],
  ['1.001570', 'Đăng ký thành lập hộ kinh doanh', 'Kinh doanh', 0.03],
];

/** The dossiers numbered `from` to `to`, with everything that hangs on them. */
function batch(from: number, to: number, communes: readonly string[]): readonly string[] {
  const shares = PROCEDURES.map((_, index) => PROCEDURES.slice(0, index + 1).reduce((sum, [, , , share]) => sum + share, 0));
  const procedure = `case ${shares.map((upTo, index) => `when p <= ${upTo.toFixed(2)} then ${String(index + 1)}`).join(' ')} else 1 end`;
  const column = (index: 0 | 1 | 2): string => `(array[${PROCEDURES.map((one) => `'${one[index]}'`).join(', ')}])[proc]`;
  return [
    `create temporary table fresh as
    with drawn as (
      select n, (array['${communes.join("','")}'])[least(${String(communes.length)}, 1 + floor(${String(communes.length)} * power(random(), 1.6))::int)] as commune,
        random() as p, random() as s, random() as c, random() as w, random() as x, random() as y, random() as z, random() as u, random() as v,
        timestamptz '${CROWD_NOW.toISOString()}' - power(random(), 1.1) * interval '730 days' as submitted
      from generate_series(${String(from)}, ${String(to)}) n),
    placed as (
      select *, ${procedure} as proc, ${pick(FAMILIES, 'x')} || ' ' || ${pick(MIDDLES, 'y')} || ' ' || ${pick(GIVENS, 'z')} as name,
        timestamptz '${CROWD_NOW.toISOString()}' - submitted as age,
        case when c < 0.55 then 'counter' when c < 0.93 then 'online' when c < 0.96 then 'post' when c < 0.98 then 'kiosk' else 'home' end as channel
      from drawn),
    standing as (
      select *, case
        when age < interval '6 days' or u < 0.003 then
          case when s < 0.12 and channel = 'online' then 'submitted' when s < 0.22 then 'received' when s < 0.70 then 'in-progress' when s < 0.78 then 'supplement-requested'
            when s < 0.81 then 'payment-requested' when s < 0.82 then 'withdraw-requested' when s < 0.90 then 'decided' else 'returned' end
        when u < 0.015 then 'stopped' when u < 0.022 and channel = 'online' then 'rejected' else 'returned' end as state
      from placed)
    select *, (lpad(to_hex((extract(epoch from submitted) * 1000)::bigint), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid as id,
      case when state in ('submitted', 'rejected') then null else submitted + (case when channel = 'online' then w * 0.8 else 0 end) * interval '1 day' end as received,
      lpad(floor(random() * 1e12)::bigint::text, 12, '0') as number, '09' || lpad(floor(random() * 1e8)::bigint::text, 8, '0') as phone
    from standing`,
    'create index on fresh (id)',
    `alter table fresh add due timestamptz, add ended timestamptz, add role text, add step text, add ref text, add code text, add supplements int`,
    `update fresh set due = received + (case when proc in (1, 4) then 1 when proc < 7 then 4 else 14 end) * interval '1 day',
      ref = 'KB-' || upper(substr(md5('r' || n::text), 1, 4)) || '-' || lpad(n::text, 7, '0'), supplements = case when v < 0.06 then 1 when v < 0.065 then 2 else 0 end,
      code = case when received is null then null else 'H56.' || commune || '-' || to_char(received at time zone 'Asia/Ho_Chi_Minh', 'YYMMDD') || '-' || lpad(n::text, 7, '0') end,
      step = case when state in ('submitted', 'rejected') then null when state = 'received' then 'receive' when state in ('decided', 'returned') then 'hand-over'
        when v < 0.6 then 'appraise' when v < 0.85 then 'approve' else 'seal' end`,
    `update fresh set role = case step when 'receive' then 'reception' when 'appraise' then 'specialist' when 'approve' then 'leader' when 'seal' then 'clerk' when 'hand-over' then case when state = 'decided' then 'reception' end end,
      ended = case when state in ('decided', 'returned', 'stopped') then least(timestamptz '${CROWD_NOW.toISOString()}', received + (due - received) * (case when w < 0.93 then w else 1 + w end)) when state = 'rejected' then submitted + interval '1 day' end`,
    `insert into person (commune_code, id, citizen_number, full_name, birth_date, sex, address, phone, search_text, updated_at)
      select commune, id, null, name, date '1960-01-01' + (v * 20000)::int, case when y < 0.5 then 'female' else 'male' end, 'Thôn ' || (1 + n % 12), phone, ${FOLD('name')} || ' ' || phone, submitted from fresh where received is not null`,
    `insert into dossier (commune_code, id, reference, code, procedure_code, procedure_version, procedure_name, field, state, channel, person_id, applicant_name, applicant_number, applicant_phone,
        applicant_address, content, delivery_method, submitted_at, received_at, time_limit, due_at, receipt_due_at, decided_at, returned_at, ended_at, result_kind, result_number, stop_kind,
        current_step, current_role_name, held_since, step_due_at, paused_since, pauses, supplements, token_hash, search_text, version)
      select commune, id, ref, code, ${column(0)}, 1, ${column(1)}, ${column(2)}, state, channel, case when received is not null then id end, name, number, phone,
        'Thôn ' || (1 + n % 12) || ', xã Mẫu', ${column(1)} || ' cho ' || ${pick(FAMILIES, 'v')} || ' ' || ${pick(GIVENS, 'u')}, case when w < 0.7 then 'counter' when w < 0.85 then 'post' when w < 0.9 then 'home' else 'electronic' end,
        submitted, received, case when received is not null then '3wd' end, due, due, case when state in ('decided', 'returned') then ended end,
        case when state = 'returned' then ended end, ended, case when state in ('decided', 'returned') then case when s < 0.97 then 'positive' else 'negative' end end,
        case when state in ('decided', 'returned') then n::text || '/2026' end, case when state = 'stopped' then case when s < 0.5 then 'withdrawn' else 'not-supplemented' end end,
        step, role, case when received is not null then received end, due, case when state in ('supplement-requested', 'payment-requested', 'withdraw-requested') then received + interval '3 hours' end,
        case when state in ('supplement-requested', 'payment-requested', 'withdraw-requested') then jsonb_build_array(jsonb_build_array(to_char((received + interval '3 hours') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), null)) else '[]' end,
        case when state = 'supplement-requested' then greatest(1, supplements) else supplements end, md5(n::text) || md5('t' || n::text),
        ${FOLD('name')} || ' ' || lower(ref) || ' ' || number || ' ' || phone || coalesce(' ' || lower(code), ''), 1 + (v * 6)::int from fresh`,
    `insert into dossier_step (commune_code, dossier_id, position, key, role_name, hours, started_at, due_at, finished_at)
      select commune, id, k, (array['receive', 'appraise', 'approve', 'seal', 'hand-over'])[k + 1], (array['reception', 'specialist', 'leader', 'clerk', 'reception'])[k + 1], 2, received, due, ended
      from fresh, generate_series(0, 4) k where received is not null`,
    `insert into dossier_paper (commune_code, dossier_id, id, position, name, kind, source)
      select commune, id, md5(n::text || 'p' || k)::uuid, k, (array['Tờ khai', 'Căn cước', 'Giấy tờ kèm theo', 'Giấy ủy quyền'])[k], 'original', 'submitted' from fresh, generate_series(1, 1 + (v * 3)::int) k`,
    `insert into dossier_history (commune_code, dossier_id, seq, at, event, actor_name, facts)
      select commune, id, k, submitted + k * interval '2 hours', (array['received', 'transferred', 'appraised', 'approved', 'sealed', 'delivered', 'claimed', 'assigned'])[k], 'Lê Thị Điểm', '{"note": "Đã kiểm tra đủ giấy tờ"}'
      from fresh, generate_series(1, 3 + (z * 5)::int) k`,
    `insert into supplement_request (commune_code, dossier_id, id, seq, stage, status, asked_at, asked_by, asked_by_name, opened_at, closed_at, answered_by, answer_days, answer_by, channel)
      select commune, id, md5(n::text || 's' || k)::uuid, k, 'examination', case when state = 'supplement-requested' and k = 1 then 'open' else 'answered' end, received, md5('officer')::uuid, 'Lê Thị Điểm', received + interval '3 hours',
        case when state = 'supplement-requested' and k = 1 then null else received + interval '1 day' end, case when state = 'supplement-requested' and k = 1 then null else 'citizen' end,
        7, received + interval '9 days', case when state = 'supplement-requested' and k = 1 then null else 'online' end
      from fresh, generate_series(1, case when state = 'supplement-requested' then 1 else supplements end) k where received is not null`,
    'drop table fresh',
  ];
}

async function fill(pool: pg.Pool, size: number, communes: readonly string[]): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ indexdef: string; indexname: string }>("select indexname, indexdef from pg_indexes where tablename in ('dossier', 'person') and indexdef not like '%UNIQUE%' and schemaname = 'public'");
    for (const { indexname } of rows) await client.query(`drop index ${indexname}`);
    // Foreign keys of a million generated rows need not be asked one by one.
    await client.query("set session_replication_role = replica; set statement_timeout = 0; set work_mem = '256MB'; set maintenance_work_mem = '1GB'; select setseed(0.42)");
    for (let from = 1; from <= size; from += BATCH) for (const statement of batch(from, Math.min(size, from + BATCH - 1), communes)) await client.query(statement);
    for (const { indexdef } of rows) await client.query(indexdef);
    await client.query('vacuum (analyze)');
  } finally {
    client.release(true);
  }
}

async function openCrowdOf({ size, communes: communeCount = COMMUNES }: CrowdSize, connection: pg.PoolConfig): Promise<Crowd> {
  const database = communeCount === COMMUNES ? `crowd_${String(size)}` : `crowd_${String(size)}_in_${String(communeCount)}`;
  const administrator = new pg.Client({ ...connection, database: 'postgres' });
  await administrator.connect();
  const known = await administrator.query('select from pg_database where datname = $1', [database]);
  if (known.rowCount === 0) await administrator.query(`create database ${database} template template0 encoding 'UTF8'`);
  await administrator.end();
  const config = { ...connection, database, max: 4 };
  const owner = openDatabase(config, 'owner', () => undefined);
  await migrate(owner.pool, new Date());
  if (known.rowCount === 0) {
    const home = await createCommune(owner.db, { now: CROWD_NOW });
    await owner.pool.query(
      `insert into commune (code, province_code, name, kind, province_name, agency_code, centre_name, address, hotline, created_at)
       select lpad((20000 + n)::text, 5, '0'), '38', 'Mẫu ' || n, 'xã', 'Tỉnh Mẫu', 'H56.' || n, 'Trung tâm', 'Thôn Mẫu', '0237', now() from generate_series(2, ${String(communeCount)}) n`,
    );
    for (const [code, name, field] of PROCEDURES) {
      await owner.db.insertInto('procedure_version').values({ code, version: 1, valid_from: '2024-01-01', field, name, public: true, pack: '{}', content_hash: code, loaded_at: CROWD_NOW }).execute();
    }
    const others = await owner.pool.query<{ code: string }>('select code from commune where code <> $1 order by code', [home.commune.code]);
    const started = performance.now();
    await fill(owner.pool, size, [home.commune.code, ...others.rows.map(({ code }) => code)]);
    console.log(`${size.toLocaleString('en-US')} dossiers in ${String(communeCount)} communes made in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
  const counts = await owner.pool.query<{ code: string; dossiers: number }>('select commune_code as code, count(*)::int as dossiers from dossier group by 1 order by 2 desc');
  await owner.close();
  const handle = openDatabase(config, 'application', () => undefined);
  // The largest, and one in sixteen of the others.
  return { size, handle, config, calendar: await createCalendars(handle.db).getCalendar('16072'), communes: counts.rows.filter((_, index) => index % 16 === 0) };
}

/** The same crowd, with the one commune that has about as many dossiers as asked for. */
export function communeOfAbout(crowd: Crowd, dossiers: number): Crowd {
  const nearest = crowd.communes.toSorted((a, b) => Math.abs(a.dossiers - dossiers) - Math.abs(b.dossiers - dossiers))[0];
  return { ...crowd, communes: nearest === undefined ? [] : [nearest] };
}

/** Opens the crowds of these sizes on one database server with the program's own settings, works with them and closes everything. */
export async function withCrowds(sizes: readonly CrowdSize[], work: (crowds: readonly Crowd[]) => Promise<void>): Promise<void> {
  const dataFolder = await openDataFolder(process.env['XASO_CROWD'] ?? join(tmpdir(), 'xaso-crowd'));
  const postgres = await startEmbeddedPostgres({ dataFolder, say: () => undefined, durable: false });
  try {
    const crowds: Crowd[] = [];
    for (const size of sizes) crowds.push(await openCrowdOf(size, postgres.connection));
    await work(crowds);
    for (const { handle } of crowds) await handle.close();
  } finally {
    await postgres.stop();
    await dataFolder.close();
  }
}

/** What the views need of the program, over one crowd. */
export function crowdDeps({ handle, calendar }: Crowd): DossiersDeps {
  return { db: handle.db, calendarOf: () => Promise.resolve(calendar), staffName: () => Promise.resolve('Lê Thị Điểm'), unitsOf: () => Promise.resolve([]) } as unknown as DossiersDeps;
}

/** An officer of a commune who sees every field. */
export function officerOf(communeCode: string, role: StaffActor['positions'][number]['role'], fields: readonly string[] = []): StaffActor {
  return { kind: 'staff', staffId: '01890000-0000-7000-8000-0000000000a1', communeCode, fullName: 'Lê Thị Điểm', userName: 'bench', positions: [{ unitId: '01890000-0000-7000-8000-0000000000b1', role, title: '', fields }] };
}
