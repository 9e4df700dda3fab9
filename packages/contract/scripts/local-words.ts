/**
 * Words that a list from all over the world lacks and people here choose: of the place, of the portal, of the
 * calendar, and the ones that Spanish speakers choose most.
 */
export const localWords = [
  ...words(
    'connecticut hartford bridgeport waterbury stamford norwalk danbury newhaven newbritain norwich torrington',
  ),
  ...words(
    'willimantic manchester middletown meriden bristol windsor uconn huskies yalebulldogs nutmeg connct',
  ),
  ...words(
    'connect myaccount account benefits benefit medicaid husky foodstamps stamps snapcard ebtcard welfare',
  ),
  ...words(
    'department caseworker eligible apply social services socialservices client security changeme default',
  ),
  ...words('january february march april june july august september october november december'),
  ...words(
    'monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter fall holiday',
  ),
  ...words(
    'password passphrase passcode mypassword newpassword secret letmein welcome iloveyou loveyou admin login',
  ),
  ...words(
    'qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc baseball football christmas halloween',
  ),
  ...words(
    'contrasena clave miclave secreto secreta bienvenido bienvenida hola holamundo teamo teamomucho tequiero',
  ),
  ...words(
    'tequieromucho amor miamor amorcito corazon micorazon mivida princesa princesita bonita hermosa preciosa',
  ),
  ...words(
    'estrella angelito angeles mariposa familia mifamilia mishijos mihijo mihija mama mami papa papi abuela',
  ),
  ...words(
    'jesus jesucristo dios diosesamor diosteama virgencita guadalupe bendicion esperanza alegria felicidad',
  ),
  ...words(
    'puertorico boricua borinquen mexico colombia dominicana quisqueya ecuador peruano guatemala honduras',
  ),
  ...words('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
  ...words('lunes martes miercoles jueves viernes sabado domingo verano invierno otono primavera navidad'),
  ...words(
    'futbol barcelona realmadrid chivas america tigres gatito perrito chiquita chiquito muneca nenita mijita',
  ),
] as const

function words(line: string): string[] {
  return line.split(' ')
}
