package com.smartfitness.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {

    @Test
    void knowsWhatAServicePublishesAbout() {
        assertThat(EventCatalogue.aggregatesOf("/auth-service"))
                .contains("user", "signing-key")
                .isSorted();
        assertThat(EventCatalogue.aggregatesOf("/any-service")).isEmpty();
    }

    @Test
    void listsEveryRecordThatIsAnEvent() {
        var records = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackagesOf(DomainEvent.class)
                        .stream()
                        .filter(type -> type.isRecord() && type.isAssignableTo(DomainEvent.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();

        assertThat(EventCatalogue.events()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(records).hasSameElementsAs(EventCatalogue.events());
    }

    @Test
    void givesEveryEventATypeOfItsOwn() {
        assertThat(EventCatalogue.events())
                .extracting(event -> EventCatalogue.typeOf(event).value())
                .doesNotHaveDuplicates()
                .allSatisfy(type -> assertThat(type).matches("^[a-z]+\\.[a-z]+(-[a-z]+)*\\.v[1-9][0-9]*$"));
    }

    @Test
    void findsEveryEventByItsType() {
        assertThat(EventCatalogue.events())
                .allSatisfy(event -> assertThat(
                                EventCatalogue.find(EventCatalogue.typeOf(event).value()))
                        .hasValue(event));
    }

    @Test
    void knowsNoTypeOfANewerVersion() {
        assertThat(EventCatalogue.find("auth.user-created.v2")).isEmpty();
    }

    @Test
    void derivesTheSourceFromTheType() {
        assertThat(EventCatalogue.sourceOf("branchowner.branch-closed.v1")).isEqualTo("/branchowner-service");
    }

    @Test
    void rejectsTypeWithoutAService() {
        assertThatIllegalArgumentException().isThrownBy(() -> EventCatalogue.sourceOf(".user-created.v1"));
        assertThatIllegalArgumentException().isThrownBy(() -> EventCatalogue.sourceOf("anything"));
    }

    @Test
    void endsUsersReviewsEquipmentAndFacesAndNothingElse() {
        assertThat(EventCatalogue.events())
                .filteredOn(event -> EventCatalogue.typeOf(event).tombstone())
                .containsExactlyInAnyOrder(
                        UserErasedEvent.class,
                        ReviewDeletedEvent.class,
                        EquipmentRemovedEvent.class,
                        FaceErasedEvent.class);
    }
}
