//! Traditional Chinese characters of the words around references, as the simplified ones that the table of words is
//! written in. Only characters that the table has stand here.

/// The simplified character that `original` compares as.
pub(super) const fn simplified(original: char) -> char {
    match original {
        '並' => '并',
        '亞' => '亚',
        '兒' => '儿',
        '別' => '别',
        '務' => '务',
        '勞' => '劳',
        '員' => '员',
        '問' => '问',
        '國' => '国',
        '執' => '执',
        '報' => '报',
        '壇' => '坛',
        '婦' => '妇',
        '學' => '学',
        '對' => '对',
        '強' => '强',
        '於' => '于',
        '會' => '会',
        '東' => '东',
        '條' => '条',
        '標' => '标',
        '權' => '权',
        '歐' => '欧',
        '殘' => '残',
        '決' => '决',
        '濟' => '济',
        '為' => '为',
        '環' => '环',
        '發' => '发',
        '種' => '种',
        '節' => '节',
        '組' => '组',
        '織' => '织',
        '約' => '约',
        '書' => '书',
        '統' => '统',
        '經' => '经',
        '續' => '续',
        '聯' => '联',
        '與' => '与',
        '藥' => '药',
        '號' => '号',
        '術' => '术',
        '衛' => '卫',
        '見' => '见',
        '視' => '视',
        '計' => '计',
        '設' => '设',
        '談' => '谈',
        '論' => '论',
        '議' => '议',
        '護' => '护',
        '貿' => '贸',
        '蹤' => '踪',
        '軍' => '军',
        '載' => '载',
        '進' => '进',
        '錄' => '录',
        '關' => '关',
        '際' => '际',
        '預' => '预',
        '題' => '题',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_simplified_is_in_the_table_and_stays() {
        let table = include_str!("../../data/languages/zh.tsv");
        for original in ('\u{4e00}'..='\u{9fff}').filter(|c| simplified(*c) != *c) {
            let character = simplified(original);
            assert!(table.contains(character), "{original}");
            assert_eq!(simplified(character), character, "{original}");
        }
    }
}
