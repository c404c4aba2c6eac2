#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the catalogues: check-po.py (--complete | --sound) SOURCE

--complete: every string of the sources is in every catalogue, translated, and
every file with strings is listed.  --sound: what is translated is well formed:
placeholders, access keys, punctuation, spelling that a program can see.
"""

import collections
import os
import re
import sys
import tempfile
import unicodedata

SOURCE = sys.argv[-1]
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(SOURCE, 'build-aux'))

import catalogues  # noqa: E402

PLACEHOLDER = re.compile(r"%(?:\d+\$)?[-+ 0#']*\d*(?:\.\d+)?(?:hh?|ll?|z|j|t)?[diouxXeEfFgGcsp%]|\{\w+\}")
MNEMONIC = re.compile(r'(?<![A-Za-z0-9])_\w')

# How a sentence ends in each language; a language that is missing here has no
# sign for it.
ENDINGS = {
    '.': {'my': '။', 'zh_CN': '。'},
    ':': {'my': ':', 'th': ':', 'zh_CN': '：'},
    '…': {'my': '…', 'th': '…', 'zh_CN': '…'},
    ';': {'my': ';', 'th': ';', 'zh_CN': ';'},
    '?': {'my': '။', 'th': '', 'zh_CN': '？'},
}

# Burmese encoded the old way (Zawgyi): a virama with no consonant to stack, a
# vowel or medial before its consonant, letters of other languages as stacks.
ZAWGYI = re.compile('\u1039(?![\u1000-\u1021\u103f])|(?:^|[\\s(“])[\u103b\u103c\u1031]|[\u1060-\u1097]')
THAI_FAULTS = re.compile('เเ|\u0e4d\u0e32|[\u0e48-\u0e4b]{2}|[\u0e34-\u0e39]{2}')
CHINESE_FAULTS = re.compile(r'[一-鿿](?:[,:;?!]|\((?!_\w\)))|[,;?!][一-鿿]')
TRADITIONAL = set(
    '國會議東亞門開關車飛機場時間過還進運達遠連達護證書員題頁風電話說語請讀誰調論課謝識認計記'
    '設許訊訓託詢試該詳誤變讓豐貝負財責貨質費資買賣賓賴贊趕軍軟較載輕輛轉農遲選遺郵鄉醫釋鐘'
    '銀錄錯鍵鎖鎮鏈長閉閒閱陣陰陽階際隊隨險雖雙雜難離雲霧靈靜響頂項順須預頭頻顏類顧顯飯餘馬'
    '駐驗驚體髮鬥魚鳥麗麥黃點黨齊齒龍龜來個們側備傳傷價億優儲兒內兩冊凍則剛創劃劇動務勝勞'
    '勢區協單卻參員問啟喪嗎嘗嚴圍園圖團執報壓壞夠夢奪婦媽學寧實寫寬審對導專將尋層屬島師帶幣'
    '幫幹廠廣廢張彈強後從復徑徵態慣應懷懸戰戲戶據損換擇擊擔擴攝敗敵數斷於昇暫條極構樣標樓樂'
    '權檢歐歡歲歷歸殘殺氣漢決沒況準溫滅滿漁潔濟濤灣災為無煙熱爭爾牆獎獨獲獻現環產畢畫異當療'
    '發盜盡監盤眾確礎禮禍種稱積窮競筆筍節範築簡簽糧紀約紅納紙級組細終結給統經綠維網緊線編'
    '緣縣總績織繼續罰罷義習聖聞聯聲職聽肅腦脫臨舉舊處號虧術衛衝裝補製複規視親覺覽觀觸訂')


def listed(problems):
    """Every file with strings is in POTFILES.in, which is sorted and has no other."""
    files = catalogues.listed_files(SOURCE)
    wanted = catalogues.files_with_strings(SOURCE)
    if files != sorted(files):
        problems.append('POTFILES.in: not sorted')
    problems += [f'POTFILES.in: {name} is missing' for name in sorted(set(wanted) - set(files))]
    problems += [f'POTFILES.in: there are no strings in {name}' for name in sorted(set(files) - set(wanted))]
    return wanted


def complete(problems):
    """Every string is translated, and none was guessed."""
    with tempfile.NamedTemporaryFile('w', encoding='utf-8', suffix='.pot') as template:
        template.write(catalogues.extract(SOURCE, listed(problems)))
        template.flush()
        wanted = {entry.key: entry for entry in catalogues.read(SOURCE, template.name)}

    for language in catalogues.languages(SOURCE):
        entries = {entry.key: entry for entry in catalogues.read(SOURCE, os.path.join('po', f'{language}.po'))}
        for key in wanted.keys() - entries.keys():
            problems.append(f'{language}: missing: {key}')
        for key in entries.keys() - wanted.keys():
            problems.append(f'{language}: no longer in the sources: {key}')
        for key in wanted.keys() & entries.keys():
            if not all(entries[key].translations):
                problems.append(f'{language}: untranslated: {key}')
            if entries[key].plural != wanted[key].plural:
                problems.append(f'{language}: its plural is not the sources’: {key}')


def placeholders(text):
    return collections.Counter(PLACEHOLDER.findall(text))


def ending_fault(language, message, text):
    """Whether text does not end as message does."""
    last = text[-1]
    wanted = ENDINGS.get(message[-1], {}).get(language, '')
    if wanted:
        return last != wanted
    signs = {signs.get(language) for signs in ENDINGS.values()} - {'', None}
    return last in signs and message[-1] not in '.?!)”'


def faults(language, entry, text):
    """What is wrong with one translation."""
    message = entry.plural or entry.message
    if placeholders(text) != placeholders(message):
        yield 'placeholders'
    if len(MNEMONIC.findall(text)) != len(MNEMONIC.findall(entry.message)) and '{' not in text:
        yield 'access key'
    if ending_fault(language, message, text):
        yield 'ending'
    if (text[0].isspace(), text[-1].isspace()) != (message[0].isspace(), message[-1].isspace()) or '  ' in text:
        yield 'spaces'
    if unicodedata.normalize('NFC', text) != text or '\u200b' in text:
        yield 'not in normal form'
    if language == 'my' and ZAWGYI.search(text):
        yield 'looks like Zawgyi'
    if language == 'th' and THAI_FAULTS.search(text):
        yield 'Thai signs in a wrong order'
    if language == 'zh_CN' and TRADITIONAL & set(text):
        yield f'traditional characters {"".join(sorted(TRADITIONAL & set(text)))}'
    if language == 'zh_CN' and not message.endswith(';') and CHINESE_FAULTS.search(text):
        yield 'half-width punctuation'


def sound(problems):
    """What is translated is well formed."""
    for language in catalogues.languages(SOURCE):
        path = os.path.join('po', f'{language}.po')
        # It ends the program, with msgfmt's own words, if it finds something.
        catalogues.run(SOURCE, 'msgfmt', '--check', '--output-file=/dev/null', path)

        for entry in catalogues.read(SOURCE, path):
            if 'fuzzy' in entry.flags:
                problems.append(f'{language}: fuzzy: {entry.message!r}')
            for text in filter(None, entry.translations):
                problems += [f'{language}: {fault}: {entry.message!r} → {text!r}'
                             for fault in faults(language, entry, text)]


def main():
    checks = {'--complete': complete, '--sound': sound}
    if len(sys.argv) != 3 or sys.argv[1] not in checks:
        sys.exit(__doc__)

    problems = []
    checks[sys.argv[1]](problems)
    for problem in problems:
        print(problem)
    if problems:
        sys.exit(f'{len(problems)} faults; build-aux/update-po brings new strings into the catalogues')


if __name__ == '__main__':
    main()
