import { type ReactElement } from 'react';

/** The village gate: roof, posts and opening, drawn on a field of 40 by 40. */
export const GATE_PATH = 'M3 11.5C9 11 14.5 8.6 20 4c5.5 4.6 11 7 17 7.5l-1.3 4H34V36h-9V26a5 5 0 0 0-10 0v10H6V15.5H4.3z';

/** The beam under the roof, a line in the colour of the ground. */
const GATE_BEAM_PATH = 'M9.5 19.5h21';

/** The mark of the program in the colour of the text. It always stands beside the name, so screen readers skip it. */
export function GateMark(): ReactElement {
  return (
    <svg className="gate" viewBox="0 0 40 40" aria-hidden={true}>
      <path d={GATE_PATH} />
      <path className="gate-beam" d={GATE_BEAM_PATH} />
    </svg>
  );
}

/** The mark as a picture file for the browser's tab and the home screen: white on lacquer, with room for round masks. */
export const GATE_PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -10 60 60"><path fill="#8f1d1d" d="M-10-10h60v60h-60z"/><path fill="#fff" d="${GATE_PATH}"/><path stroke="#8f1d1d" stroke-width="1.6" d="${GATE_BEAM_PATH}"/></svg>`;
