// What libraries of many years did to a page's own objects, and worse.
{
  const wrap = (owner, name) => {
    const real = owner[name]
    owner[name] = function (...values) {
      return real.apply(this, values)
    }
  }
  for (const name of ['map', 'filter', 'forEach', 'find', 'some', 'reduce', 'join', 'push', 'includes', 'concat'])
    wrap(Array.prototype, name)
  // Enumerable: every `for … in` meets them.
  Array.prototype.contains = Array.prototype.includes
  Array.prototype.toJSON = () => 'an old library'
  Object.prototype.extend = () => {}
  String.prototype.toJSON = () => 'an old library'
  const { MessageChannel, addEventListener } = window
  window.MessageChannel = class extends MessageChannel {}
  window.addEventListener = function (type, listener, options) {
    return addEventListener.call(this, type, (event) => listener.call(this, event), !!options)
  }
  const broken = (name) => () => {
    throw new Error(`${name} is not here any more`)
  }
  window.postMessage = broken('postMessage')
  window.fetch = broken('fetch')
  window.XMLHttpRequest = broken('XMLHttpRequest')
  window.Promise = broken('Promise')
  window.requestAnimationFrame = broken('requestAnimationFrame')
  JSON.stringify = broken('JSON.stringify')
}
