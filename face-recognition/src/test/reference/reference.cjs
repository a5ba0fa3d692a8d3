// Runs the networks of the original package, in plain JavaScript, on the pictures beside which it writes what came out:
//   npm install && node reference.cjs ../resources/com/smartfitness/recognition/reference
const fs = require('fs');
const path = require('path');
const { PNG } = require('pngjs');
const faceapi = require('@vladmandic/face-api/dist/face-api.node-wasm.js');

const folder = process.argv[2];
const models = path.join(path.dirname(require.resolve('@vladmandic/face-api/package.json')), 'model');

function picture(name, times = 1) {
  const png = PNG.sync.read(fs.readFileSync(path.join(folder, name)));
  const [width, height] = [png.width * times, png.height * times];
  const values = new Float32Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = 4 * (Math.floor(y / times) * png.width + Math.floor(x / times));
      for (let channel = 0; channel < 3; channel++) values[at++] = png.data[from + channel];
    }
  }
  return faceapi.tf.tensor3d(values, [height, width, 3]);
}

async function main() {
  await faceapi.tf.setBackend('cpu');
  await faceapi.tf.ready();
  const { tinyFaceDetector, faceLandmark68Net, faceRecognitionNet } = faceapi.nets;
  for (const net of [tinyFaceDetector, faceLandmark68Net, faceRecognitionNet]) {
    const name = net.getDefaultModelName();
    const manifest = JSON.parse(fs.readFileSync(path.join(models, `${name}-weights_manifest.json`)));
    const bytes = fs.readFileSync(path.join(models, manifest[0].paths[0]));
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    const loaded = faceapi.tf.io.decodeWeights(buffer, manifest[0].weights);
    net.loadFromWeightMap(loaded);
  }

  const result = { backend: faceapi.tf.getBackend(), tfjs: faceapi.tf.version.tfjs };
  const found = await tinyFaceDetector.locateFaces(picture('scene.png', 2), { inputSize: 416, scoreThreshold: 0.3 });
  result.faces = found.map((face) => {
    const { x, y, width, height } = face.relativeBox;
    return { score: face.score, x, y, width, height };
  });
  for (const person of ['collins', 'hopper']) {
    const points = await faceLandmark68Net.detectLandmarks(picture(`${person}-112.png`));
    result[person] = {
      landmarks: points.relativePositions.map((point) => [point.x, point.y]),
      descriptor: Array.from(await faceRecognitionNet.computeFaceDescriptor(picture(`${person}-150.png`))),
    };
  }
  fs.writeFileSync(path.join(folder, 'reference.json'), JSON.stringify(result, null, 1));
}

main();
