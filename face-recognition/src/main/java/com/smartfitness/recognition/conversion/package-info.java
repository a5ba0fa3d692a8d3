/** Makes the files of the models from the weights that face-api publishes for TensorFlow.js. Run by developers, once. */
@NullMarked
package com.smartfitness.recognition.conversion;

import org.jspecify.annotations.NullMarked;
