//! General comments in Russian, Arabic and Chinese, and joint ones.

use super::*;

#[test]
fn general_comments_are_their_committees() {
    each(&[
        (
            "Замечание общего порядка № 31 Комитета по правам человека, пункт 8,",
            &["Замечание общего порядка № 31 = CCPR/C/21/Rev.1/Add.13 [para. 8]"],
        ),
        (
            "Общая рекомендация № 30 (2013) Комитета по ликвидации дискриминации в отношении женщин",
            &["Общая рекомендация № 30 (2013) = CEDAW/C/GC/30"],
        ),
        (
            "в общей рекомендации № 35 (2017), п. 24",
            &["общей рекомендации № 35 (2017) = CEDAW/C/GC/35 [para. 24]"],
        ),
        (
            "замечания общего порядка № 14 (2000) и 22 (2016)",
            &[
                "замечания общего порядка № 14 (2000) = E/C.12/2000/4",
                "22 (2016) = E/C.12/GC/22",
            ],
        ),
        (
            "التعليق العام رقم 31 (2004) للجنة المعنية بحقوق الإنسان",
            &["التعليق العام رقم 31 (2004) = CCPR/C/21/Rev.1/Add.13"],
        ),
        (
            "والتوصية العامة رقم 35 (2017)، الفقرة 24،",
            &["والتوصية العامة رقم 35 (2017) = CEDAW/C/GC/35 [para. 24]"],
        ),
        (
            "人权事务委员会第31号一般性意见第8段",
            &["第31号一般性意见 = CCPR/C/21/Rev.1/Add.13 [para. 8]"],
        ),
        (
            "第14号一般性意见(2000年)",
            &["第14号一般性意见(2000年) = E/C.12/2000/4"],
        ),
        (
            "人權事務委員會第31號一般性意見",
            &["第31號一般性意見 = CCPR/C/21/Rev.1/Add.13"],
        ),
        (
            "消除对妇女歧视委员会第19号和第35号一般性建议",
            &[
                "第19号 = Committee on the Elimination of Discrimination against Women: general recommendation No. 19",
                "第35号一般性建议 = CEDAW/C/GC/35",
            ],
        ),
    ]);
}

#[test]
fn a_joint_comment_has_a_number_of_each_committee() {
    finds(
        "l’observation générale conjointe no 31 et",
        &["observation générale conjointe no 31 = general comment No. 31"],
    );
}

#[test]
fn other_remarks_and_recommendations_are_silent() {
    silent(&[
        "Заключительные замечания по пятому докладу",
        "замечания общего порядка были приняты 26 мая",
        "общая рекомендация заключалась в том, чтобы 30 дней",
        "التعليقات الواردة في 12 تقريرا",
        "وتوصي اللجنة بأن تقوم 12 دولة",
        "第12号文件的一般性意见",
        "第3条的一般性意见",
    ]);
}

#[test]
fn a_list_goes_on_behind_the_subject_of_its_first_number() {
    each(&[
        (
            "ses recommandations générales no 35 (2013) concernant les discours de haine et no 31 (2005)",
            &[
                "recommandations générales no 35 (2013) = CERD/C/GC/35",
                "no 31 (2005) = Committee on the Elimination of Racial Discrimination: general recommendation No. 31",
            ],
        ),
        (
            "las recomendaciones generales núm. 35 (2017) y núm. 36 (2017) del Comité",
            &[
                "recomendaciones generales núm. 35 (2017) = CEDAW/C/GC/35",
                "núm. 36 (2017) = CEDAW/C/GC/36",
            ],
        ),
    ]);
}

#[test]
fn paragraphs_stand_before_its_comment() {
    finds(
        "aux paragraphes 4 et 5 de son observation générale no 36 (2018)",
        &["observation générale no 36 (2018) = CCPR/C/GC/36 [paras. 4 and 5]"],
    );
}
