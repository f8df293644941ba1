import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../app/api.ts';
import { isActive } from './operation-look.ts';

/** Where the live line is down, a running operation is asked about this often. */
const ASK_AGAIN_MS = 2000;

/** One operation; kept fresh by the live line. */
export const useOperation = (id: string) =>
  useQuery(
    orpc.operations.get.queryOptions({
      input: { id },
      refetchInterval: ({ state }) => (state.data && isActive(state.data) ? ASK_AGAIN_MS : false),
    }),
  );
