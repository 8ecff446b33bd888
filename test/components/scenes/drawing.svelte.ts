// Scene of a large picture to move about in.
import { mount } from 'svelte';
import ZoomPicture from '../../../src-renderer/drawing/ZoomPicture.svelte';
import type { Scene } from './scene';

/** Its left half is red, its right half blue; tells which cell is picked. */
export const zoomPicture: Scene<{ width: number; height: number }> = ({ target, tell }, { width, height }) => {
  const picture = new OffscreenCanvas(width, height);
  const context = picture.getContext('2d');
  if (!context) throw new Error('There is no canvas.');
  context.fillStyle = 'rgb(255 0 0)';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = 'rgb(0 0 255)';
  context.fillRect(width / 2, 0, width / 2, height);
  mount(ZoomPicture, {
    target,
    props: {
      picture,
      label: 'Halves.',
      describe: (column, row) => `Column ${column}, row ${row}`,
      onpick: (column, row) => tell('pick', column, row),
    },
  });
};
