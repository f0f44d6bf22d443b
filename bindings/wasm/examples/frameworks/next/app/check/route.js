import { explain, PanelRecord } from 'support-panel';

/** Checks on the server what is sent, and says what to do about each finding. */
export async function POST(request) {
  const findings = PanelRecord.fromJson(await request.text()).check();
  return Response.json(
    findings.map((finding) => ({ ...finding, remedy: explain(finding.code).remedy })),
  );
}
