import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { checkNow, type KeptDraft, type SectionName, type Sections } from '@/api/draft';
import type { Finding } from '@/api/problem';
import { useMe } from '@/api/session';
import type { Application } from '@/api/types';
import type { Saving } from '@/components/SaveStatus';
import { type Content, equal } from '../draft/book';
import { Desk } from '../draft/desk';
import { withSection } from '../draft/rebase';
import { type Shelf, shelved } from '../draft/shelf';
import type { Sight } from '../draft/sight';

export interface Editing {
  desk: Desk;
  sight: Sight;
  saving: Saving;
  findings: Finding[] | undefined;
  /** What an earlier visit left on this PC; taken up or thrown away by the person. */
  left: Shelf | undefined;
  forget: () => void;
  /** Judges anew after something changed beside the desk: a file came or went. */
  recheck: () => void;
  putSection: <N extends SectionName>(name: N, body: Sections[N], field?: string) => void;
  putProjects: (projects: Content['projects'], tag?: string) => void;
}

/** Holds the draft while its page is open: saves on leaving a field and on a short rest in typing, on coming back online and after signing in again. */
export function useDesk(application: Application, kept: KeptDraft): Editing {
  const me = useMe();
  const client = useQueryClient();
  const [left, setLeft] = useState(() => shelved(me.accountId, application.id));
  const [desk] = useState(
    () => new Desk({ account: me.accountId, application: application.id, version: application.version, kept }),
  );
  const sight = useSyncExternalStore(desk.subscribe, desk.sight);
  const [nudges, setNudges] = useState(0);
  const findings = useFindings(application.id, sight, nudges);

  useEffect(() => {
    const flush = () => void desk.flush();
    const stay = (e: BeforeUnloadEvent) => {
      if (desk.sight().pending > 0) e.preventDefault();
    };
    addEventListener('online', flush);
    addEventListener('beforeunload', stay);
    return () => {
      removeEventListener('online', flush);
      removeEventListener('beforeunload', stay);
      // What is left goes out with the page; what is read next must not be what was there before it.
      void desk.close().then(() => {
        client.removeQueries({ queryKey: ['draft', application.id] });
        return client.invalidateQueries({ queryKey: ['applications', application.id] });
      });
    };
  }, [desk, client, application.id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new session is the moment to try again
  useEffect(() => void (desk.sight().waiting && desk.flush()), [desk, me]);

  return {
    desk,
    sight,
    saving: savingOf(sight),
    findings,
    left,
    forget: () => setLeft(undefined),
    recheck: () => setNudges((n) => n + 1),
    putSection: (name, body, field = '') => {
      const { content } = desk.sight();
      if (equal(content.sections[name], body)) return;
      desk.change({ ...content, sections: withSection(content.sections, name, body) }, `${name}.${field}`);
    },
    putProjects: (projects, tag) => desk.change({ ...desk.sight().content, projects }, tag),
  };
}

/** The rules over what is saved: all of them at first, then what each save changed, and all again once the saving rests. */
function useFindings(id: string, sight: Sight, nudges: number): Finding[] | undefined {
  const [findings, setFindings] = useState<Finding[]>();
  const { changed, saves, saving } = sight;
  useEffect(() => {
    setFindings((all) => all?.map((f) => changed.find((c) => c.rule === f.rule) ?? f));
  }, [changed]);
  useEffect(() => {
    if (saving) return;
    let gone = false;
    const timer = setTimeout(
      () =>
        checkNow(id).then(
          (checked) => gone || setFindings(checked.findings),
          () => {}, // the last known verdicts stay; the save's own trouble is said where it belongs
        ),
      saves + nudges === 0 ? 0 : 600,
    );
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [id, saves, saving, nudges]);
  return findings;
}

function savingOf(sight: Sight): Saving {
  if (sight.saving) return { state: 'saving' };
  const refused = [...sight.trouble.values()].length;
  if (refused > 0) return { state: 'failed', why: `有 ${refused} 处须您处理` };
  if (sight.waiting && sight.pending > 0) return { state: 'failed', why: '暂未连通，内容已存在本机，稍后自动再试' };
  if (sight.pending > 0) return { state: 'waiting' };
  return sight.savedAt === undefined ? { state: 'clean' } : { state: 'saved', at: sight.savedAt };
}
