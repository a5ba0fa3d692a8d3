package com.smartfitness.testing.architecture;

import static com.smartfitness.testing.architecture.ArchitectureRules.*;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.smartfitness.auth.samples.Account;
import com.smartfitness.events.samples.SharedEvents;
import com.smartfitness.helper.samples.TrustedHelper;
import com.smartfitness.replication.samples.ServesAuthAlone;
import com.smartfitness.stack.samples.TellsProgress;
import com.smartfitness.testing.architecture.samples.Listening;
import com.smartfitness.testing.architecture.samples.Names;
import com.smartfitness.testing.architecture.samples.Printing;
import com.smartfitness.testing.architecture.samples.SleepingTest;
import com.smartfitness.testing.architecture.samples.Stored;
import com.smartfitness.testing.architecture.samples.Times;
import com.smartfitness.testing.architecture.samples.WaitingIT;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureRulesTest {

    private static final String ENTRANCE = "com.smartfitness.access.samples.Entrance$";
    private static final String STORED = Stored.class.getName() + "$";

    @Test
    void keepsServicesApart() {
        accepts(MODULES_KEEP_APART, named(ENTRANCE + "HearsOfDoors"));
        accepts(MODULES_KEEP_APART, Account.class);
        rejects(MODULES_KEEP_APART, named(ENTRANCE + "BorrowsAccounts"), "Entrance$BorrowsAccounts.accounts");
        rejects(MODULES_KEEP_APART, named(ENTRANCE + "ListsAccounts"), "Entrance$ListsAccounts.accounts");
    }

    @Test
    void keepsSharedModulesFromReachingServices() {
        rejects(MODULES_KEEP_APART, ServesAuthAlone.class, "has parameter of type <" + Account.class.getName() + ">");
    }

    @Test
    void keepsFrameworksOutOfEvents() {
        accepts(EVENTS_KNOW_NO_FRAMEWORK, SharedEvents.DoorOpenedEvent.class);
        rejects(EVENTS_KNOW_NO_FRAMEWORK, SharedEvents.DoorForcedEvent.class, "org.junit.jupiter.api.Tag");
    }

    @Test
    void wantsEventsToBeSharedRecordsInThePastTense() {
        accepts(EVENTS_ARE_SHARED_RECORDS, SharedEvents.DoorOpenedEvent.class);
        rejects(EVENTS_ARE_SHARED_RECORDS, SharedEvents.DoorOpening.class, "does not have simple name ending with");
        rejects(EVENTS_ARE_SHARED_RECORDS, SharedEvents.DoorClosedEvent.class, "is no record");
        rejects(EVENTS_ARE_SHARED_RECORDS, Listening.DoorStuckEvent.class, "does not reside in a package");
    }

    @Test
    void wantsListenersToSayOn() {
        accepts(LISTENERS_SAY_ON, Listening.DoorListener.class);
        rejects(LISTENERS_SAY_ON, Listening.GateListener.class, "handleDoorOpened");
    }

    @Test
    void letsHelpersBePeople() {
        accepts(NAMES_SAY_SOMETHING, Names.Helper.class);
        accepts(NAMES_SAY_SOMETHING, TrustedHelper.class);
        accepts(NAMES_SAY_SOMETHING, Names.RedisFaceGallery.class);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Names.FaceGalleryImpl.class,
                Names.PhotoUtil.class,
                Names.PhotoUtils.class,
                Names.TaskManager.class,
                Names.TaskDto.class,
                Names.TaskHelper.class
            })
    void rejectsNamesThatFitAnything(Class<?> sample) {
        rejects(NAMES_SAY_SOMETHING, sample, sample.getName() + " has a name that would fit anything");
    }

    @Test
    void wantsTimesToHaveAZone() {
        accepts(TIMES_HAVE_A_ZONE, Times.Kept.class);
        accepts(TIMES_HAVE_A_ZONE, Times.Opening.class);
        rejects(TIMES_HAVE_A_ZONE, Times.KeptWithoutZone.class, "KeptWithoutZone.at> speaks of a LocalDateTime");
        rejects(TIMES_HAVE_A_ZONE, Times.Asked.class, "since(java.util.List)> speaks of a LocalDateTime");
        rejects(TIMES_HAVE_A_ZONE, Times.Answered.class, "latest()> speaks of a LocalDateTime");
    }

    @Test
    void letsOnlyCommandsPrint() {
        accepts(ONLY_COMMANDS_PRINT, Account.class);
        accepts(ONLY_COMMANDS_PRINT.allowEmptyShould(true), TellsProgress.class);
        rejects(ONLY_COMMANDS_PRINT, Printing.Tells.class, "System.out");
        rejects(ONLY_COMMANDS_PRINT, Printing.Complains.class, "System.err");
        rejects(ONLY_COMMANDS_PRINT, Printing.Traces.class, "printStackTrace");
    }

    @Test
    void keepsEntitiesAndRepositoriesInsideTheirPackage() {
        accepts(ENTITIES_STAY_INSIDE, named(STORED + "HiddenTask"));
        rejects(ENTITIES_STAY_INSIDE, Stored.ShownTask.class, "modifier PUBLIC");
        accepts(REPOSITORIES_STAY_INSIDE, named(STORED + "HiddenTasks"));
        rejects(REPOSITORIES_STAY_INSIDE, Stored.ShownTasks.class, "modifier PUBLIC");
    }

    @Test
    void rejectsSleepingTests() {
        accepts(TESTS_DO_NOT_SLEEP, WaitingIT.class);
        rejects(TESTS_DO_NOT_SLEEP, SleepingTest.class, "java.lang.Thread.sleep");
        rejects(TESTS_DO_NOT_SLEEP, named(SleepingTest.class.getName() + "$Nested"), "TimeUnit.sleep");
    }

    @Test
    void failsOnFindingNothingToJudge() {
        rejects(ENTITIES_STAY_INSIDE, Account.class, "failed to check any classes");
    }

    private static void accepts(ArchRule rule, Class<?> sample) {
        assertThatCode(() -> check(rule, sample)).doesNotThrowAnyException();
    }

    private static void rejects(ArchRule rule, Class<?> sample, String reason) {
        assertThatThrownBy(() -> check(rule, sample))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(reason);
    }

    private static void check(ArchRule rule, Class<?> sample) {
        rule.check(new ClassFileImporter().importClasses(sample));
    }

    private static Class<?> named(String hiddenClass) {
        try {
            return Class.forName(hiddenClass);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
