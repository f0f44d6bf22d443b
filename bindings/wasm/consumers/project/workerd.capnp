# The worker, bundled without its module as Cloudflare's tools do it, and another that sends it a record.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (
      name = "panel",
      worker = (
        modules = [
          (name = "worker.js", esModule = embed "worker.js"),
          (name = "support-panel/support_panel.wasm", wasm = embed "support_panel.wasm"),
        ],
        compatibilityDate = "2026-01-01",
      ),
    ),
    (
      name = "asking",
      worker = (
        modules = [
          (name = "ask.workerd.js", esModule = embed "ask.workerd.js"),
          (name = "record.json", json = embed "record.json"),
        ],
        bindings = [(name = "panel", service = "panel")],
        compatibilityDate = "2026-01-01",
      ),
    ),
  ],
);
