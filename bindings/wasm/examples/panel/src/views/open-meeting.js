// Opening the panel, first or once more: who chairs, who takes the notes, and on which day it sits.

import { dateField, radios } from '../fields.js';
import { form } from '../form.js';
import { day, today } from '../words.js';
import { chairing } from './chairing.js';

export function openMeeting(app) {
  const { sitting } = app;
  const {
    record: { meeting = {} },
    words,
    standing,
  } = sitting.now;
  const planned = standing === 'adjourned' ? meeting.reconvene_on : meeting.held_on;
  return form(
    {
      id: 'open-meeting',
      submit: 'Open the panel',
      said: 'The panel is open',
      fields: (field) => [
        chairing(field, words, {
          chair: meeting.chair ?? likely(sitting, sitting.profile.chair),
          note_taker: meeting.note_taker ?? likely(sitting, sitting.profile.note_taker),
        }),
        isAnotherDay(planned) && whichDay(field, planned, standing),
        dateField(
          field({
            name: 'held_on',
            label: isAnotherDay(planned) ? 'Another day' : 'Day of the panel',
            small: true,
            value: isAnotherDay(planned) ? '' : today(),
          }),
        ),
      ],
      send: ({ day: chosen, ...given }) => {
        const heldOn = given.held_on ?? chosen ?? (isAnotherDay(planned) ? undefined : today());
        if (!heldOn) throw unsaid();
        sitting.tell({ type: 'open_meeting', ...given, held_on: heldOn }, given.chair);
      },
    },
    app,
  );
}

/** Whether this computer's clock says another day than the one that was planned. */
const isAnotherDay = (planned) => planned !== undefined && planned !== today();

/** Neither the plan nor the clock is believed: whoever opens the panel says which day it is. */
const whichDay = (field, planned, standing) =>
  radios(
    field({
      name: 'day',
      legend: 'On which day does the panel sit?',
      hint: `It ${standing === 'adjourned' ? 'was to meet again' : 'was planned'} on another day than this computer's clock says.`,
      options: [
        [today(), `Today: ${day(today())}, by this computer's clock`],
        [planned, `As planned: ${day(planned)}`],
      ],
    }),
  );

const unsaid = () =>
  Object.assign(new Error('choose one of the two, or give another day'), {
    code: 'which_day',
    path: '/day',
  });

/** The first listed who holds a seat that the profile names: a suggestion in the field, no more. */
function likely(sitting, { seats = [] } = {}) {
  return (sitting.now.record.participants ?? []).find((participant) =>
    seats.includes(participant.seat),
  )?.id;
}
