import { useState } from 'react'
import { useCopy } from '../lib/copy/use-copy.tsx'
import { chosenTheme, chooseTheme, themes } from '../lib/theme.ts'

/** Light, dark or high contrast; follows the device until one is chosen. */
export function ThemeChoice() {
  const translate = useCopy()
  const [chosen, setChosen] = useState(chosenTheme)
  return (
    <fieldset className="theme-choice">
      <legend>{translate('theme.legend')}</legend>
      <div>
        {themes.map((theme) => (
          <label key={theme}>
            <input
              type="radio"
              name="theme"
              value={theme}
              checked={theme === chosen}
              onChange={() => {
                chooseTheme(theme)
                setChosen(theme)
              }}
            />
            {translate(`theme.${theme}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
