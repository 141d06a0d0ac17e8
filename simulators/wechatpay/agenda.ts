/** Things due at an instant, earliest first: a binary heap. */
export type Agenda<T> = {
  add(dueAt: number, item: T): void;
  /** Removes and returns the earliest item that is due by `now`, or undefined. */
  take(now: number): T | undefined;
  /** The instant of the earliest item, or undefined. */
  next(): number | undefined;
  readonly size: () => number;
};

type Slot<T> = { readonly dueAt: number; readonly order: number; readonly item: T };

function earlier<T>(left: Slot<T>, right: Slot<T>): boolean {
  return left.dueAt < right.dueAt || (left.dueAt === right.dueAt && left.order < right.order);
}

function siftUp<T>(heap: Slot<T>[], from: number): void {
  let child = from;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    if (!earlier(heap[child]!, heap[parent]!)) return;
    [heap[child], heap[parent]] = [heap[parent]!, heap[child]!];
    child = parent;
  }
}

function siftDown<T>(heap: Slot<T>[]): void {
  let parent = 0;
  for (;;) {
    const left = 2 * parent + 1;
    let least = parent;
    for (const child of [left, left + 1]) {
      if (child < heap.length && earlier(heap[child]!, heap[least]!)) least = child;
    }
    if (least === parent) return;
    [heap[least], heap[parent]] = [heap[parent]!, heap[least]!];
    parent = least;
  }
}

export function agenda<T>(): Agenda<T> {
  const heap: Slot<T>[] = [];
  let order = 0;
  return {
    add(dueAt, item) {
      order += 1;
      heap.push({ dueAt, order, item });
      siftUp(heap, heap.length - 1);
    },
    take(now) {
      const first = heap[0];
      if (first === undefined || first.dueAt > now) return undefined;
      const last = heap.pop()!;
      if (heap.length > 0) {
        heap[0] = last;
        siftDown(heap);
      }
      return first.item;
    },
    next: () => heap[0]?.dueAt,
    size: () => heap.length,
  };
}
