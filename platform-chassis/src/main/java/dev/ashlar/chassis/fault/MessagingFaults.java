package dev.ashlar.chassis.fault;

import dev.ashlar.messaging.FaultClassifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Lets the messaging block retry the faults that {@link StoreFaults} knows. */
@AutoConfiguration(beforeName = "dev.ashlar.messaging.MessagingConfiguration")
@ConditionalOnClass(FaultClassifier.class)
class MessagingFaults {

    @Bean
    FaultClassifier storeFaultClassifier() {
        return new FaultClassifier() {
            @Override
            public boolean isTransient(Throwable fault) {
                return StoreFaults.isUnavailable(fault);
            }

            @Override
            public boolean isAmbiguous(Throwable fault) {
                return StoreFaults.isAmbiguous(fault);
            }
        };
    }
}
