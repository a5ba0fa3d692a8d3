package com.smartfitness.bench.chain;

import java.util.List;
import java.util.Random;

/** What owners and customers say and ask, in parts that are put together. */
final class Phrases {

    static final List<String> PLACES = List.of(
            "강남역", "서초", "해운대", "홍대", "잠실", "판교", "노량진", "이태원", "둔산", "동성로", "상무", "제주", "성수", "신촌", "여의도", "수원역", "송도",
            "목동", "서면", "천안", "일산", "분당", "광화문", "합정", "건대", "왕십리", "사당", "구로", "부평", "울산");

    static final List<String> AMENITIES = List.of(
            "샤워실", "주차장", "락커", "사우나", "탈의실", "인바디", "정수기", "운동복", "수건", "와이파이", "파우더룸", "여성전용 공간", "스트레칭존", "Showers",
            "Lockers", "Parking");

    static final List<String> EQUIPMENT = List.of(
            "런닝머신",
            "덤벨",
            "바벨",
            "케틀벨",
            "로잉머신",
            "스텝밀",
            "스미스머신",
            "벤치프레스",
            "랫풀다운",
            "파워랙",
            "레그프레스",
            "일립티컬",
            "폼롤러",
            "Treadmills",
            "Free weights");

    private static final List<String> KOREAN = List.of(
            "샤워실이 넓고 물이 따뜻해요",
            "조용해서 집중이 잘 됩니다",
            "주차 자리가 부족한 날이 많아요",
            "런닝머신이 많아서 기다리지 않아도 돼요",
            "기구가 새것이라 깨끗하고 관리가 잘 되어 있어요",
            "새벽에 가면 사람이 거의 없어서 편해요",
            "저녁에는 사람이 많아 조금 붐빕니다",
            "락커가 작아서 가방이 안 들어가요",
            "지하철역에서 걸어서 오 분이면 도착해요",
            "파워랙이 두 개뿐이라 줄을 서야 해요",
            "음악 소리가 커서 시끄러울 때가 있어요",
            "에어컨이 시원해서 여름에도 쾌적해요",
            "수건과 운동복을 빌려줘서 짐이 가벼워요",
            "탈의실 바닥이 늘 젖어 있어서 아쉬워요",
            "덤벨 무게가 다양해서 초보자도 쓰기 좋아요",
            "스트레칭할 자리가 넓고 폼롤러도 있어요",
            "가격이 저렴한데 시설은 훌륭합니다",
            "인바디를 언제든지 잴 수 있어서 좋아요",
            "여자 혼자 밤에 와도 무섭지 않아요",
            "천국의계단이 고장 난 지 오래됐어요",
            "사우나가 작지만 운동하고 나서 쓰기 좋아요",
            "로잉머신 옆에 창문이 있어 바깥이 보여요",
            "물이 미지근하고 샤워 부스가 모자라요",
            "직원이 없어도 문의하면 답이 빨라요");

    private static final List<String> ENGLISH = List.of(
            "The showers are clean and the water is hot",
            "Quiet in the morning and never crowded",
            "Plenty of free weights and two power racks",
            "Parking is easy even in the evening",
            "The lockers are too small for my bag",
            "Great place for stretching after a run",
            "Treadmills are new and well kept",
            "A bit noisy at night but open around the clock");

    private static final List<String> ASKED_IN_KOREAN = List.of(
            "샤워실이 넓고 조용한 곳",
            "주차 가능한 헬스장",
            "런닝머신 많은 곳",
            "새벽에 사람 없는 지점",
            "파워랙이랑 바벨 있는 곳",
            "깨끗한 탈의실",
            "수건이랑 운동복 빌려주는 헬스장",
            "여성전용 공간이 있는 곳",
            "스트레칭하기 좋은 넓은 자리",
            "저렴하고 시설 좋은 곳",
            "인바디 잴 수 있는 곳",
            "사우나 있는 헬스장",
            "지하철역에서 가까운 곳",
            "시원하고 쾌적한 헬스장",
            "천국의 계단");

    private static final List<String> ASKED_IN_ENGLISH = List.of(
            "quiet gym with clean showers",
            "free weights and power racks",
            "easy parking",
            "new treadmills",
            "sauna and towels",
            "place for stretching",
            "tredmills");

    private Phrases() {}

    /** One in seven in English. */
    static String said(Random random) {
        List<String> sentences = random.nextInt(7) == 0 ? ENGLISH : KOREAN;
        StringBuilder text = new StringBuilder(any(sentences, random));
        for (int more = random.nextInt(4); more > 0; more--) {
            text.append(". ").append(any(sentences, random));
        }
        return text.toString();
    }

    /** One in four in English; in Korean, half of them name a place. */
    static String asked(Random random) {
        if (random.nextInt(4) == 0) {
            return any(ASKED_IN_ENGLISH, random);
        }
        String question = any(ASKED_IN_KOREAN, random);
        return random.nextBoolean() ? any(PLACES, random) + " " + question : question;
    }

    static <T> T any(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
