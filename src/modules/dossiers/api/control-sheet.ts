import { type StaffActor } from '../../../kernel/actor.ts';
import { type PaperView } from '../../official-papers/index.ts';
import { controlLines } from '../domain/control-lines.ts';
import { type DossierPage } from '../store/dossier-page.ts';
import { type DossierCommune } from './deps.ts';
import { paperOffice, paperTemplate } from './paper-frame.ts';

const instant = (at: Date | null): number | null => at?.getTime() ?? null;

/** The control sheet (form 06) of a received dossier, filled from its history, its steps and the units of those who acted. */
export function controlSheetView(
  { dossier, history, steps, papers, agencies }: DossierPage,
  { commune, units, colleagues }: { readonly commune: DossierCommune; readonly units: readonly { readonly id: string; readonly name: string }[]; readonly colleagues: readonly StaffActor[] },
  made: { readonly madeBy: string; readonly now: Date },
): Extract<PaperView, { readonly kind: 'control-sheet' }> {
  const { code, received_at: receivedAt, due_at: dueAt } = dossier;
  if (code === null || receivedAt === null || dueAt === null) throw new Error(`dossier ${dossier.id} was not received`);
  const originals = papers.filter(({ original_kept: kept }) => kept === true).map(({ name, shelf }) => ({ name, shelf }));
  const unitName = new Map(units.map(({ id, name }) => [id, name]));
  const unitOf = new Map(colleagues.flatMap(({ staffId, positions: [position] }) => (position === undefined ? [] : [[staffId, unitName.get(position.unitId)] as const])));
  return {
    kind: 'control-sheet',
    template: paperTemplate('control-sheet', made.now),
    office: paperOffice(commune),
    code,
    procedureName: dossier.procedure_name,
    agency: commune.centreName,
    otherAgency: otherAgencies(dossier.unit_id === null ? undefined : unitName.get(dossier.unit_id), agencies),
    receivedAt: receivedAt.getTime(),
    dueAt: dueAt.getTime(),
    lines: controlLines({
      history: history.map((line) => ({ at: line.at.getTime(), event: line.event, actorId: line.actor_id, actorName: line.actor_name, facts: line.facts as Record<string, unknown> })),
      steps: steps.map((step) => ({ role: step.role_name, startedAt: instant(step.started_at), dueAt: instant(step.due_at), finishedAt: instant(step.finished_at) })),
      applicantName: dossier.applicant_name,
      centreName: commune.centreName,
      unitOf: (staffId) => unitOf.get(staffId),
    }),
    ...(originals.length === 0 ? {} : { originals }),
    madeBy: made.madeBy,
  };
}

/** Whoever worked on it beside the centre: the unit that it was moved to, and the agencies of the province that it went to. */
function otherAgencies(unit: string | undefined, agencies: DossierPage['agencies']): string | null {
  const names = [...new Set([...(unit === undefined ? [] : [unit]), ...agencies.map(({ agency }) => agency)])];
  return names.length === 0 ? null : names.join('; ');
}
