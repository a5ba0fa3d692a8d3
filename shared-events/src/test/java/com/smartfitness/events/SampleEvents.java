package com.smartfitness.events;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event of every kind, with every component set, and then some with the optional ones left out. */
public final class SampleEvents {

    private static final Instant MORNING = Instant.parse("2024-01-20T10:00:00Z");
    private static final List<OpeningHours> MONDAYS =
            List.of(new OpeningHours(DayOfWeek.MONDAY, LocalTime.of(6, 0), LocalTime.MIDNIGHT));

    private static final Map<String, String> DEVICE_KEY =
            Map.of("kty", "EC", "crv", "P-256", "x", "f83OJ3D2", "y", "x_FEzRu9");

    private SampleEvents() {}

    public static List<DomainEvent> complete() {
        return List.of(
                new UserCreatedEvent("H123", Role.HELPER, "빨래왕", "B001", UserStatus.ACTIVE, MORNING),
                new UserUpdatedEvent("H123", Role.HELPER, "빨래왕", "B002", UserStatus.ACTIVE, MORNING),
                new UserDeactivatedEvent("H123", Role.HELPER, "빨래왕", "B002", UserStatus.DEACTIVATED, MORNING),
                new UserErasedEvent("H123"),
                branchCreated(),
                branchUpdated(),
                branchClosed(),
                new TaskSubmittedEvent("T12345", "H123", "B001", "s3://photos/T12345", "9f86d0", MORNING),
                taskJudged(),
                taskConfirmed(),
                new RewardCreditedEvent("H123", "T12345", 1_000, "KRW", 27_000),
                new ReviewCreatedEvent("R7", "B001", "C1", 5, "새벽에 조용해요", MORNING),
                new ReviewUpdatedEvent("R7", "B001", "C1", 4, "새벽에는 조용해요", MORNING),
                new ReviewDeletedEvent("R7"),
                new BranchPreferenceCreatedEvent("B001", PreferenceOrigin.REVIEW, List.of("샤워실", "조용")),
                signingKeyPublished(),
                new TokensRevokedEvent("H123", 3, MORNING.plus(Duration.ofMinutes(15))),
                modelDeployed("laundry-6"),
                new LaundryModelActivatedEvent(ModelType.LAUNDRY, "laundry-7", "helper-1", MORNING),
                new LaundryModelRejectedEvent(
                        ModelType.LAUNDRY, "laundry-8", "helper-1", "it cannot be loaded as ONNX", MORNING),
                new EquipmentRegisteredEvent(
                        "E1", "B001", EquipmentType.GATE, "정문 게이트", DEVICE_KEY, EquipmentStatus.IN_SERVICE),
                new EquipmentUpdatedEvent(
                        "E1", "B001", EquipmentType.GATE, "후문 게이트", DEVICE_KEY, EquipmentStatus.OUT_OF_SERVICE),
                new EquipmentRemovedEvent("E1"),
                faultDetected(MORNING),
                equipmentRecovered(),
                new FaceEnrolledEvent("F1", "C1", "arcface-512"),
                new FaceErasedEvent("F1", "C1", "arcface-512"),
                new AccessGrantedEvent("A1", "B001", "E1", AccessMethod.FACE, "C1", 0.81, 0.62, "arcface-512", MORNING),
                new AccessDeniedEvent(
                        "A2", "B001", "E1", AccessMethod.FACE, "NO_MATCH", 0.21, 0.02, "arcface-512", MORNING),
                new GateOpenFailedEvent("E1", "B001", "A1", "NOT_REPORTED", MORNING));
    }

    public static List<DomainEvent> withoutOptionalComponents() {
        return List.of(
                new UserCreatedEvent("C1", Role.CUSTOMER, "새벽반", null, UserStatus.ACTIVE, MORNING),
                new BranchCreatedEvent(
                        "B001",
                        "O1",
                        "강남점",
                        "서울 강남구",
                        null,
                        "Asia/Seoul",
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        BranchStatus.OPEN),
                new TaskConfirmedEvent(
                        "T12345",
                        "s3://...",
                        Judgement.INSUFFICIENT,
                        Judgement.GOOD,
                        "B001",
                        "H123",
                        MORNING,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                new ReviewUpdatedEvent("R7", "B001", null, 4, "새벽에는 조용해요", MORNING),
                modelDeployed(null),
                faultDetected(null),
                new AccessGrantedEvent("A3", "B001", "E1", AccessMethod.QR, "C1", null, null, null, MORNING),
                new AccessDeniedEvent("A4", "B001", "E1", AccessMethod.QR, "INACTIVE_USER", null, null, null, MORNING));
    }

    private static SigningKeyPublishedEvent signingKeyPublished() {
        Map<String, String> jwk = Map.of("kty", "EC", "crv", "P-256", "kid", "K1", "x", "f83OJ3D2", "y", "x_FEzRu9");
        return new SigningKeyPublishedEvent("K1", jwk, MORNING, MORNING.plus(Duration.ofDays(30)));
    }

    private static ModelDeployedEvent modelDeployed(@Nullable String previousVersion) {
        return new ModelDeployedEvent(
                ModelType.LAUNDRY,
                "laundry-7",
                "s3://mlops-models/laundry/laundry-7.onnx",
                "9f86d0",
                Map.of("accuracy", 0.93),
                0.6,
                previousVersion,
                previousVersion == null ? null : "resnet-128",
                previousVersion == null
                        ? null
                        : new DescriptorModel(
                                "resnet-128", "s3://mlops-models/face/resnet-128.onnx", "50d4e1", 0.93, 0.01),
                MORNING);
    }

    private static EquipmentFaultDetectedEvent faultDetected(@Nullable Instant lastReportAt) {
        return new EquipmentFaultDetectedEvent(
                "F1",
                "E1",
                "정문 게이트",
                "B001",
                EquipmentType.GATE,
                FaultType.STATUS_ERROR,
                "모터 과열",
                lastReportAt,
                MORNING);
    }

    private static EquipmentRecoveredEvent equipmentRecovered() {
        return new EquipmentRecoveredEvent(
                "F1",
                "E1",
                "정문 게이트",
                "B001",
                EquipmentType.GATE,
                FaultType.STATUS_ERROR,
                "모터 과열",
                MORNING,
                MORNING,
                MORNING.plusSeconds(60));
    }

    private static BranchCreatedEvent branchCreated() {
        return new BranchCreatedEvent(
                "B001",
                "O1",
                "강남점",
                "서울 강남구",
                new Location(37.4979, 127.0276),
                "Asia/Seoul",
                MONDAYS,
                330,
                List.of("스쿼트랙"),
                List.of("샤워실"),
                "조용한 새벽 헬스장",
                BranchStatus.OPEN);
    }

    private static BranchUpdatedEvent branchUpdated() {
        BranchCreatedEvent before = branchCreated();
        return new BranchUpdatedEvent(
                before.branchId(),
                before.ownerId(),
                "강남본점",
                before.address(),
                before.location(),
                before.timeZone(),
                before.openingHours(),
                before.size(),
                before.equipment(),
                before.amenities(),
                before.introduction(),
                before.status());
    }

    private static BranchClosedEvent branchClosed() {
        BranchUpdatedEvent before = branchUpdated();
        return new BranchClosedEvent(
                before.branchId(),
                before.ownerId(),
                before.name(),
                before.address(),
                before.location(),
                before.timeZone(),
                before.openingHours(),
                before.size(),
                before.equipment(),
                before.amenities(),
                before.introduction(),
                BranchStatus.CLOSED);
    }

    private static TaskJudgedEvent taskJudged() {
        return new TaskJudgedEvent(
                "T12345",
                "H123",
                "B001",
                "s3://photos/T12345",
                "9f86d0",
                MORNING,
                Judgement.INSUFFICIENT,
                0.71,
                "laundry-7",
                MORNING);
    }

    private static TaskConfirmedEvent taskConfirmed() {
        return new TaskConfirmedEvent(
                "T12345",
                "s3://photos/T12345",
                Judgement.INSUFFICIENT,
                Judgement.GOOD,
                "B001",
                "H123",
                MORNING,
                "그림자였음",
                "O1",
                0.71,
                "laundry-7",
                "9f86d0",
                MORNING,
                MORNING);
    }
}
