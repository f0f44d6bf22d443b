'use client';
import { useEffect, useState } from 'react';
import { init, PanelRecord } from 'support-panel';

export default function Findings({ text }) {
  const [found, setFound] = useState([]);
  useEffect(() => {
    init().then(() => setFound(PanelRecord.fromJson(text).check()));
  }, [text]);
  return found.map(({ code, path, message }) => <p key={code + path}>{message}</p>);
}
