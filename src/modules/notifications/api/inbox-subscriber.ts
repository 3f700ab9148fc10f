import { type Subscriber } from '../../../platform/jobs/job.ts';
import { STAFF_NOTICE, type StaffNotice } from '../contract/notice.ts';
import { insertNotice } from '../store/inbox.ts';

/** Lays what other modules tell members of staff into their inboxes. */
export function inboxSubscriber(newId: () => string): Subscriber {
  return {
    name: 'notifications.inbox',
    topics: [STAFF_NOTICE],
    // The payload was written by our own modules under this very type.
    handle: (tx, event) => insertNotice(tx, event.communeCode, event.payload as unknown as StaffNotice, newId, event.createdAt),
  };
}
