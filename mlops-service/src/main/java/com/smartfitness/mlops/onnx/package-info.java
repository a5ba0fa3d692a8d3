/** The file format of models: making such files, and trying out what is in one. */
@NullMarked
package com.smartfitness.mlops.onnx;

import org.jspecify.annotations.NullMarked;
