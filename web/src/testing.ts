import { describe, expect, test } from "vitest";
import { languages } from "../../src/contract/index.ts";
import type { Language } from "../../src/contract/index.ts";

/** Every text by its path: `statuses.filed` → `已提交`. */
function flat(table: object, path = ""): [string, string][] {
  return Object.entries(table).flatMap(([name, value]: [string, unknown]) =>
    typeof value === "string"
      ? [[`${path}${name}`, value] as [string, string]]
      : flat(value as object, `${path}${name}.`),
  );
}

const holesOf = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

// A character of the mainland, then what Taiwan writes for it; none of them is written in both.
const pairs =
  "们們这這个個时時实實说說请請单單订訂号號码碼约約规規则則发發给給应應补補书書诺諾协協议議" +
  "条條标標检檢测測报報证證据據资資质質销銷费費积積点點换換奖獎励勵预預价價额額进進间間门門" +
  "问問开開关關闭閉选選择擇确確认認处處务務员員让讓变變动動态態状狀类類别別过過还還从從来來" +
  "对對错錯误誤网網络絡线線连連语語简簡体體复複无無内內东東车車长長见見观觀视視觉覺现現场場" +
  "电電话話邮郵图圖环環节節导導载載录錄识識试試验驗执執续續将將达達运運输輸归歸属屬总總计計" +
  "数數统統项項财財贴貼凭憑购購买買卖賣货貨响響传傳译譯软軟许許诉訴讼訟辩辯护護评評详詳细細" +
  "该該谁誰调調谈談课課论論记記讲講设設访訪诈詐词詞询詢读讀谢謝贵貴责責败敗账賬贯貫纸紙级級" +
  "结結终終经經维維编編织織绝絕绍紹绑綁龙龍鱼魚飞飛页頁须須顺順题題颜顏风風饭飯馆館马馬驾駕" +
  "骗騙鉴鑑钱錢钟鐘铁鐵银銀锁鎖镜鏡闲閒闻聞队隊阶階陆陸险險随隨难難产產亲親优優会會伤傷伦倫" +
  "俩倆债債偿償兰蘭兴興养養兽獸冲衝决決减減凤鳳击擊创創删刪剂劑办辦劳勞势勢医醫华華卫衛厂廠" +
  "历歷压壓厌厭县縣参參双雙叶葉叹嘆听聽启啟园園围圍国國圆圓块塊坏壞壳殼备備够夠头頭夹夾妇婦" +
  "学學宁寧宝寶宽寬审審宫宮宾賓尘塵尝嘗层層岁歲岛島师師带帶帮幫广廣庆慶库庫废廢异異弃棄张張" +
  "弹彈强強当當彻徹忆憶怀懷恶惡悬懸惊驚惩懲愿願戏戲户戶扩擴扫掃扬揚拟擬拥擁挂掛挡擋挤擠损損" +
  "摄攝旧舊显顯晓曉暂暫术術机機杀殺权權极極构構枪槍样樣桥橋楼樓欢歡毁毀毕畢气氣汇匯汉漢没沒" +
  "济濟浏瀏润潤涨漲温溫满滿滤濾灭滅灯燈灵靈炉爐烦煩热熱爱愛牵牽独獨狮獅画畫疗療盖蓋盘盤监監" +
  "础礎礼禮种種称稱稳穩穷窮窃竊竞競笔筆签簽粮糧紧緊红紅纯純纳納纷紛练練组組绿綠缓緩罚罰罢罷" +
  "职職联聯脑腦脱脫药藥获獲营營虑慮虚虛虽雖装裝讯訊训訓讨討诊診诸諸谅諒谋謀谓謂谱譜贝貝负負" +
  "贡貢贤賢贬貶贷貸贺賀贼賊赏賞赔賠赖賴赚賺赛賽赞贊赠贈趋趨跃躍踪蹤转轉轮輪轻輕较較辅輔辆輛" +
  "辑輯边邊迁遷迈邁远遠违違迟遲适適递遞遗遺邻鄰郑鄭酱醬释釋针針钥鑰铃鈴链鏈锋鋒键鍵闪閃闷悶" +
  "阅閱阳陽阴陰际際陈陳隐隱雾霧静靜韩韓顶頂顾顧顿頓领領频頻颗顆飘飄饮飲饰飾饼餅馈饋驱驅驶駛" +
  "驻駐骤驟鲜鮮鸟鳥鸡雞麦麥黄黃齐齊齿齒龄齡";
const every = (remainder: number) => [...pairs].filter((_, at) => at % 2 === remainder);

/** Words of the mainland that Taiwan has another one for. */
const mainland = [
  ...["軟件", "硬件", "網絡", "信息", "質量", "默認", "用戶", "登錄", "服務器", "數據", "渠道"],
  ...["郵箱", "短信", "視頻", "屏幕", "鼠標", "賬號", "賬戶", "程序", "界面", "接口"],
  ...["查找", "刷新", "鏈接", "項目", "合同", "投訴", "發貨", "在線", "支持", "優化", "返回"],
];

/** What goes wrong in a table that was written once and translated twice. */
export function describeTexts(tables: Readonly<Record<Language, object>>): void {
  const textsIn = (language: Language) => flat(tables[language]);
  describe.each(languages)("the words in %s", (language) => {
    const first = new Map(textsIn("zh-CN"));

    test("are complete", () => {
      const words = textsIn(language);
      expect(words.map(([path]) => path).sort()).toEqual([...first.keys()].sort());
      expect(words.filter(([, text]) => text.trim() === "")).toEqual([]);
    });

    test("have the same places to fill", () => {
      const different = textsIn(language).filter(
        ([path, text]) => holesOf(text).join() !== holesOf(first.get(path) ?? "").join(),
      );
      expect(different).toEqual([]);
    });
  });

  test.each([
    ["zh-CN", every(1)],
    ["zh-TW", [...every(0), ...mainland]],
    ["en", ["。", "，", "、", "：", "（"]],
  ] as const)("%s is written as its readers write", (language, foreign) => {
    const wrong = textsIn(language).filter(([, text]) =>
      foreign.some((word) => text.includes(word)),
    );
    expect(wrong).toEqual([]);
  });
}
