import { useId } from 'react';
import { useMessages } from '../messages';
import { Field, FieldGroup, type FieldProps } from './field';

/** One thing that can be chosen. */
export type Option<Value extends string = string> = {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string | undefined;
};

/** One of many. The empty string is nothing chosen. */
export function Select<Value extends string>(
  props: FieldProps & {
    readonly options: readonly Option<Value>[];
    readonly value: Value | '';
    readonly onChange: (value: Value | '') => void;
    /** What is said when nothing is chosen; null where something always is. */
    readonly none?: string | null | undefined;
  },
) {
  const m = useMessages();
  const none = props.none === undefined ? m('ui.chooseNone') : props.none;
  return (
    <Field
      {...props}
      control={(control) => (
        <select
          {...control}
          className="form-select"
          value={props.value}
          onChange={(event) =>
            props.onChange(props.options.find(({ value }) => value === event.target.value)?.value ?? '')
          }
        >
          {none !== null && <option value="">{none}</option>}
          {props.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    />
  );
}

/** One of few, all of them seen. */
export function RadioGroup<Value extends string>(
  props: FieldProps & {
    readonly options: readonly Option<Value>[];
    readonly value: Value | null;
    readonly onChange: (value: Value) => void;
    /** Beside one another where there is room, for a few short words. */
    readonly inRow?: boolean | undefined;
  },
) {
  const name = useId();
  return (
    <FieldGroup {...props}>
      <div className={props.inRow ? 'e-choices e-choices-row' : 'e-choices'}>
        {props.options.map((option) => (
          <Choice
            key={option.value}
            type="radio"
            name={name}
            option={option}
            checked={props.value === option.value}
            onChange={() => props.onChange(option.value)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** Any number of few. */
export function CheckboxGroup<Value extends string>(
  props: FieldProps & {
    readonly options: readonly Option<Value>[];
    readonly value: readonly Value[];
    readonly onChange: (value: readonly Value[]) => void;
    /** In columns, for long lists of short names. */
    readonly columns?: boolean | undefined;
  },
) {
  const name = useId();
  const toggled = (value: Value) =>
    props.value.includes(value) ? props.value.filter((chosen) => chosen !== value) : [...props.value, value];
  return (
    <FieldGroup {...props}>
      <div className={props.columns ? 'e-choices e-choices-columns' : 'e-choices'}>
        {props.options.map((option) => (
          <Choice
            key={option.value}
            type="checkbox"
            name={name}
            option={option}
            checked={props.value.includes(option.value)}
            onChange={() => props.onChange(toggled(option.value))}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

function Choice(props: {
  readonly type: 'radio' | 'checkbox';
  readonly name: string | undefined;
  readonly option: Option;
  readonly checked: boolean;
  readonly onChange: () => void;
}) {
  const id = useId();
  const { label, hint, value } = props.option;
  return (
    <div className="e-choice">
      <input
        id={id}
        type={props.type}
        name={props.name}
        value={value}
        checked={props.checked}
        onChange={props.onChange}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="form-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
