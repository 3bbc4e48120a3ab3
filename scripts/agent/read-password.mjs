import { text } from 'node:stream/consumers'

/**
 * From the environment, else from the standard input, else asked for on the terminal without showing it.
 * @param {Pick<import('./read-options.mjs').AgentOptions, 'username' | 'server' | 'password' | 'passwordFromStdin'>} options
 * @returns {Promise<string>}
 */
export async function readPassword({ username, server, password, passwordFromStdin }) {
  if (passwordFromStdin) return (await text(process.stdin)).replace(/\r?\n$/, '')
  if (password) return password
  if (!process.stdin.isTTY)
    throw new Error(
      'There is no terminal to ask for the password on: set DESKBELL_ADMIN_PASSWORD, or use --password-stdin.',
    )
  return askHidden(`Password of ${username} on ${server} (npm start said it once): `)
}

/** @param {string} question @returns {Promise<string>} */
function askHidden(question) {
  const { stdin, stdout } = process
  stdout.write(question)
  stdin.setRawMode(true).setEncoding('utf8').resume()
  return new Promise((resolve, reject) => {
    let typed = ''
    const end = () => {
      stdin.off('data', take).setRawMode(false).pause()
      stdout.write('\n')
    }
    /** @param {string} keys */
    const take = (keys) => {
      for (const key of keys) {
        if (key === '\r' || key === '\n') {
          end()
          return resolve(typed)
        }
        if (key === '\u0003') {
          end()
          return reject(new Error('Stopped before the password was given.'))
        }
        typed = key === '\u007f' || key === '\b' ? typed.slice(0, -1) : typed + key
      }
    }
    stdin.on('data', take)
  })
}
