// A chart's canvas as a PNG, on the ground it stands on: a canvas alone would be see-through.

export async function chartPicture(canvas: HTMLCanvasElement, ground: string): Promise<Uint8Array> {
  const picture = document.createElement('canvas');
  picture.width = canvas.width;
  picture.height = canvas.height;
  const context = picture.getContext('2d');
  if (!context) throw new Error('The chart could not be drawn. Try again.');
  context.fillStyle = ground;
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(canvas, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => picture.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The chart could not be drawn. Try again.');
  return new Uint8Array(await blob.arrayBuffer());
}
