import { CheckboxGroup, Details, useMessages } from '@enig/ui';
import { SHORTCUTS } from './shortcuts';

/** Which keys do what here, and a way to have none of them. */
export function ShortcutsHelp(props: { readonly on: boolean; readonly set: (on: boolean) => void }) {
  const m = useMessages();
  return (
    <Details summary={m('treat.keys')}>
      <dl className="e-keys">
        {SHORTCUTS.map(({ does, keys }) => (
          <div key={does}>
            <dt>
              {keys.map((key, index) => (
                <span key={key}>
                  {index > 0 && ` ${m('treat.keyOr')} `}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{m(`treat.key.${does}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="e-note">{m('treat.keysNote')}</p>
      <CheckboxGroup
        label={m('treat.keysSetting')}
        options={[{ value: 'on', label: m('treat.keysOn') }]}
        value={props.on ? ['on'] : []}
        onChange={(chosen) => props.set(chosen.length > 0)}
      />
    </Details>
  );
}
