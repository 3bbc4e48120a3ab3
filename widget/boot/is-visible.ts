export const isVisible = () => document.visibilityState === 'visible'
