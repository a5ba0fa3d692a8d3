/** The file format of models: making such files, and trying out what is in one. */
@NullMarked
package com.smartfitness.onnx;

import org.jspecify.annotations.NullMarked;
