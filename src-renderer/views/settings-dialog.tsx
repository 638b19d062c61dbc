import { useState } from 'react'
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components'
import { settings as settingsSchema } from '../../annotations/api/settings.ts'
import { annotatorFrom } from '../../annotations/model/annotator.ts'
import { saveSettings, showDialog, useSession } from '../state/session.ts'
import { settingChoices } from '../state/setting-choices.ts'
import { formatNumber, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { Segments } from '../ui/segments.tsx'
import { TextField } from '../ui/text-field.tsx'
import { annotatorProblem } from './annotator-problem.ts'

const { textSize } = settingsSchema.shape

/** Every change is in force at once and kept; there is nothing to confirm. */
export function SettingsDialog() {
  const say = useSay()
  const settings = useSession(session => session.settings)
  const [name, setName] = useState(settings.annotator ?? '')
  const close = () => {
    keepName()
    showDialog(undefined)
  }
  const problem = name.trim() === '' ? undefined : annotatorProblem(name)

  function keepName() {
    const annotator = annotatorFrom(name)
    if (annotator && !problem && annotator !== settings.annotator) void saveSettings({ annotator })
  }

  return (
    <Dialog
      name="settings"
      title={say('settings.title')}
      onClose={close}
      onSubmit={close}
      footer={
        <>
          <span className="said">{say('settings.at-once')}</span>
          <Button onPress={() => showDialog('diagnostics')} data-testid="open-diagnostics">
            {say('fault.diagnostics')}
          </Button>
          <Button kind="primary" type="submit" data-testid="submit">
            {say('dialog.done')}
          </Button>
        </>
      }
    >
      <FailureBanner />
      <div className="pair">
        {settingChoices().map(({ id, name, choices }) => (
          <Segments
            key={id}
            label={say(name)}
            options={choices}
            value={choices.find(choice => choice.chosen(settings))?.id ?? ''}
            onChange={chosen => void choices.find(choice => choice.id === chosen)?.choose()}
            autoFocus={id === 'language'}
            testid={id}
          />
        ))}
        <Slider
          className="slider"
          minValue={textSize.minValue ?? undefined}
          maxValue={textSize.maxValue ?? undefined}
          value={settings.textSize}
          onChange={textSize => void useSession.setState({ settings: { ...settings, textSize } })}
          onChangeEnd={textSize => saveSettings({ textSize })}
        >
          <Label className="field-label">{say('settings.text-size')}</Label>
          <SliderOutput className="slider-output">{formatNumber(settings.textSize)}</SliderOutput>
          <SliderTrack className="slider-track">
            <SliderThumb className="slider-thumb" data-testid="text-size" />
          </SliderTrack>
        </Slider>
        <TextField
          label={say('settings.annotator')}
          value={name}
          onChange={setName}
          onBlur={keepName}
          hint={say('settings.annotator-hint')}
          error={problem && say(problem)}
          testid="annotator-name"
        />
      </div>
      <p className="specimen" lang="ar" dir="rtl">
        {specimen}
      </p>
    </Dialog>
  )
}

/** Of the article's language whatever the interface speaks. */
const specimen = 'ونقلت وكالة «الرافدين» عن ثلاثة مصادر قولها إن الجدول الزمني «شبه مكتمل».'
