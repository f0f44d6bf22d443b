import { init, PanelRecord } from 'support-panel';
import wasm from 'support-panel/support_panel.wasm';

const started = init(wasm);
export default {
  async fetch(request) {
    await started;
    return Response.json(PanelRecord.fromJson(await request.text()).check());
  },
};
