import { toString as draw } from 'qrcode';

/** The picture of an address, as SVG, for a telephone's camera. */
export function drawQrCode(address: string): Promise<string> {
  return draw(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
}
