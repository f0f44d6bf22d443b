import record from '../record.json';
import Findings from './findings.jsx';

export default function Page() {
  return <Findings text={JSON.stringify(record)} />;
}
