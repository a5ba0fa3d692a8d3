package com.smartfitness.mlops;

import com.smartfitness.mlops.laundry.commandline.TrainLaundryModel;
import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Training data, models and their deployment. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MlopsApplication {

    /**
     * Starts the service; settings come from the environment. Begun with {@code train}, it is the process that the service
     * starts to learn in.
     */
    public static void main(String... args) throws IOException {
        if (args.length > 0 && args[0].equals(TrainLaundryModel.COMMAND)) {
            TrainLaundryModel.main(args);
        } else {
            SpringApplication.run(MlopsApplication.class, args);
        }
    }
}
