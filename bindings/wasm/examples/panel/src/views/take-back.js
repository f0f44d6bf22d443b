// Taking back what was done. Where that takes off a mark which keeps something from someone, the library asks why.

import { h, say } from '../dom.js';
import { button, textField } from '../fields.js';
import { form } from '../form.js';

const ASKED =
  'This would show something to someone who is not to see it: say why before it is taken back.';

const undone = (count, why) => Array.from({ length: count }, () => ({ type: 'undo', ...why }));

/** Takes back the last steps; where a reason is needed, it is asked for in `reasonToTakeBack`. */
export function takeBack(app, count, said) {
  try {
    app.sitting.tellAll(undone(count));
  } catch (error) {
    if (error.code !== 'needs_reason') return app.refused(error);
    app.takingBack = { count, said };
    app.redraw();
    document.getElementById('take-back-why').focus();
    return say(ASKED);
  }
  app.done(said);
}

/** The form that asks why; nothing where nothing waits for a reason. */
export function reasonToTakeBack(app) {
  const { takingBack } = app;
  if (!takingBack) return null;
  const leave = () => {
    app.takingBack = null;
    app.redraw();
  };
  return h(
    'div',
    { class: 'panel-notice panel-notice--form', id: 'taking-back' },
    h('p', {}, ASKED),
    form(
      {
        id: 'take-back',
        submit: 'Take it back',
        said: takingBack.said,
        fields: (field) => [textField(field({ name: 'why', label: 'Why', small: true }))],
        send: (given) => app.sitting.tellAll(undone(takingBack.count, given)),
      },
      app,
    ),
    button('Leave it as it is', { kind: 'secondary', id: 'take-back-leave', on: { click: leave } }),
  );
}
