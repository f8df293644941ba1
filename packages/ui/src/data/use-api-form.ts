import { ProblemError } from '@chat-saas/contract/client';
import { type FormErrors, useForm } from '@mantine/form';
import { type FormEvent, useState } from 'react';
import { fieldText } from './problem-text.ts';
import { markShown } from './shown-errors.ts';

/** What is needed of a zod schema. */
interface Schema {
  safeParse: (values: unknown) => { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } };
}
interface Options<Values> {
  /** The contract's own input schema. */
  schema?: Schema;
  initialValues: Values;
  /** Resolves when the server has taken it; whatever it throws is shown. */
  onSubmit: (values: Values) => Promise<unknown>;
}

/**
 * A form that validates with the contract's schema and shows what the server refuses: field errors on their fields, everything else as
 * `problem`. Submitting twice at once is impossible; the first wrong field gets the focus.
 */
export function useApiForm<Values extends Record<string, unknown>>({ schema, initialValues, onSubmit }: Options<Values>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const form = useForm<Values>({ initialValues, validate: (values) => (schema ? schemaErrors(schema, values) : {}) });

  const send = async (values: Values) => {
    setBusy(true);
    setProblem(null);
    try {
      await onSubmit(values);
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error(String(cause));
      markShown(error);
      const fields = serverErrors(error, values);
      form.setErrors(fields);
      setProblem(Object.keys(fields).length > 0 ? null : error);
      focusFirst(form.getInputNode, fields);
    } finally {
      setBusy(false);
    }
  };
  const onValid = form.onSubmit(
    (values) => void send(values),
    (errors) => focusFirst(form.getInputNode, errors),
  );
  const submit = (event?: FormEvent<HTMLFormElement>) => {
    if (busy) event?.preventDefault();
    else onValid(event);
  };
  return { form, submit, busy, problem };
}

export function schemaErrors(schema: Schema, values: unknown): FormErrors {
  const issues = schema.safeParse(values).error?.issues ?? [];
  return firstPerField(issues.map(({ path, message }) => ({ path: path.join('.'), message })));
}

/** The problem's field errors that this form has a field for; an error elsewhere stays a problem of the whole form. */
export function serverErrors(error: Error, values: Record<string, unknown>): FormErrors {
  if (!(error instanceof ProblemError)) return {};
  const errors = error.problem.errors ?? [];
  return errors.every(({ path }) => path.split('.')[0]! in values) ? firstPerField(errors) : {};
}

function firstPerField(errors: { path: string; message: string }[]): FormErrors {
  const fields: FormErrors = {};
  for (const { path, message } of errors) fields[path] ??= fieldText(message);
  return fields;
}

function focusFirst(node: (path: string) => HTMLElement | null, errors: FormErrors): void {
  const first = Object.keys(errors)[0];
  if (first !== undefined) node(first)?.focus();
}
