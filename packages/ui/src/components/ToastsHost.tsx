import '@mantine/notifications/styles.layer.css';
import { Notifications } from '@mantine/notifications';

/** Where toasts appear. */
export const ToastsHost = () => <Notifications position="bottom-right" limit={4} transitionDuration={140} />;
