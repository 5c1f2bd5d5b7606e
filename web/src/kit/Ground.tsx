import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useLayoutEffect, useMemo } from 'react'
import { useLanguage } from './i18n.ts'
import { useMode } from './mode.ts'
import { antdTheme, type Density } from './theme.ts'

interface Props {
  density: Density
  children: ReactNode
}

/** What every page stands on: one density, one mode, and antd wearing the same colours. */
export function Ground({ density, children }: Props) {
  const mode = useMode()
  const language = useLanguage()
  const theme = useMemo(() => antdTheme(mode, density), [mode, density])

  // On the root and not on a box, so that dialogs and menus outside this tree wear it too.
  useLayoutEffect(() => {
    document.documentElement.dataset.density = density
  }, [density])

  return (
    <ConfigProvider theme={theme} locale={language === 'zh' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  )
}
