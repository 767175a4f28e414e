namespace Ingest.Parser.Tables.Columns;

/// <summary>The table behind <see cref="ColumnNames"/>; case, accents and <c>_ - .</c> do not matter.</summary>
internal static class ColumnSynonyms
{
    public static readonly (ColumnRole Role, int Score, string Names)[] All =
    [
        (ColumnRole.Title, 100, "title headline articletitle newstitle headlinetext headlinemain webtitle newsheadline storytitle posttitle doctitle documenttitle"),
        (ColumnRole.Title, 95, "titel uberschrift ueberschrift schlagzeile titre titulo titular encabezado titolo kop rubrik rubriek otsikko overskrift tytul nadpis naslov cim titlu baslik titulok τιτλος заголовок название назва 标题 標題 题目 題目 新闻标题 新聞標題 タイトル 見出し 제목 기사제목 عنوان العنوان כותרת शीर्षक tieude judul tajuk หัวข้อ"),
        (ColumnRole.Title, 85, "fieldsheadline subject betreff asunto oggetto hauptzeile hauptuberschrift titlepage titlerss pagetitle ogtitle headlinedefault displaytitle metatitle hl1 hl"),
        (ColumnRole.Title, 40, "name titles headlines heading bezeichnung nom nombre nome 名称 이름"),

        (ColumnRole.Body, 100, "maintext articlebody fulltext bodytext articletext fullarticle articlecontent newscontent newstext storytext storybody contenttext cleanedtext cleantext plaintext textcontent fieldsbodytext bodyplain articleplaintext"),
        (ColumnRole.Body, 98, "volltext artikeltext haupttext nachrichtentext textkorper texteintegral textecomplet textocompleto cuerpo corpo corps inhoud innehall sisalto indhold innhold tresc полныйтекст текстстатьи 正文 全文 新闻内容 新聞內容 本文 본문 기사본문 النص نصالخبر isi isiberita noidung เนื้อหา"),
        (ColumnRole.Body, 95, "text content body article story texte texto testo tekst teksti tekstas textul szoveg metin текст содержание κειμενο 内容 內容 文章 記事 내용 기사 محتوى المحتوى نص תוכן טקסט लेख"),
        (ColumnRole.Body, 93, "contents fieldsbody bodyhtml htmlbody contenthtml htmlcontent articlehtml texthtml bodyxhtml contentencoded contentrendered maincontent inhalt contenu contenido conteudo contenuto articletextcontent paragraphs sections"),
        (ColumnRole.Body, 80, "rawtext rawcontent fullcontent document documenttext textbody message nachricht beitrag artikel articulo articolo artigo statja статья wire copy transcript corpus doc newsbody txt"),

        (ColumnRole.Summary, 80, "leadparagraph lead lede lead_in standfirst fieldsstandfirst fieldstrailtext trailtext teaser abstract summary description excerpt snippet dek deck chapo vorspann zusammenfassung kurztext kurzfassung anriss resume resumen resumo riassunto sommario sammanfattning samenvatting beschreibung descripcion descricao descrizione аннотация описание анонс лид 摘要 简介 概要 요약 설명 ملخص ingress intro einleitung bajada entradilla"),
        (ColumnRole.Summary, 70, "metadescription ogdescription shortdescription subtitle subheadline subheading untertitel unterzeile soustitre subtitulo sottotitolo highlights"),

        (ColumnRole.PublishedAt, 100, "datepublish datepublished publisheddate publishedat publishdate publishedon publishtime publishedtime publicationdate publicationtime pubdate published publishingdate datepublication firstpublished firstpublishedat firstpublicationdate webpublicationdate publicationdatetime publishedatutc publishdateutc articlepublishedtime dateissued issuedate publishat displaydate originalpublishdate pubdatetime datepub"),
        (ColumnRole.PublishedAt, 97, "datetime datetimepub articledate newsdate storydate storiesdate docdate documentdate erscheinungsdatum erscheinungstag veroffentlicht veroffentlichtam veroffentlichungsdatum publikationsdatum datedepublication datedeparution dateparution fechadepublicacion fechapublicacion fechapub datapublicacao datadepublicacao datapubblicazione datadipubblicazione publicatiedatum publiceringsdatum julkaisupaiva dataopublikowania datapublikacji датапубликации опубликовано 发布时间 發布時間 发布日期 發布日期 发表时间 出版日期 配信日 掲載日 公開日 발행일 작성일 게시일 تاريخالنشر"),
        (ColumnRole.PublishedAt, 90, "date datum fecha data dato datestamp paivamaara dag tanggal ngay tarih datumcas дата ημερομηνια 日期 时间 時間 日付 日時 날짜 일자 التاريخ تاريخ תאריך दिनांक วันที่ dt day"),
        (ColumnRole.PublishedAt, 75, "time timestamp created createdat createddate datecreated creationdate createdtime createdutc posted postedat postdate dateposted posteddate dateadded erstellt ersteam zeit zeitpunkt pubyear year jahr annee ano anno"),
        (ColumnRole.UpdatedAt, 60, "datemodify datemodified modified modifieddate modifiedat lastmodified updated updatedat updateddate dateupdated lastupdated geandert aktualisiert versioncreated"),
        (ColumnRole.UpdatedAt, 50, "seendate filedate loaddate indexeddate"),

        (ColumnRole.Authors, 100, "authors author byline bylineoriginal articleauthor authorname authornames authorsnames fieldsbyline writers writer journalist journalists creator dccreator reporter reporters bylines authorfullname articleauthors"),
        (ColumnRole.Authors, 95, "autor autoren autorin autorinnen verfasser autorname auteur auteurs autores autore autori autora schrijver forfattare forfatter kirjoittaja tekija redaktor yazar szerzo автор авторы 作者 记者 記者 著者 執筆者 기자 저자 작성자 الكاتب كاتب המחבר מאת लेखक penulis tacgia"),
        (ColumnRole.Authors, 70, "contributor contributors columnist fuente_autor persons by von par por"),
        (ColumnRole.Agencies, 80, "agency agencies newsagency wireservice agentur nachrichtenagentur agence agencia agenzia агентство 通讯社"),

        (ColumnRole.Source, 100, "sitename publication publicationname newspaper outlet outletname medianame sourcename newsource newssource sourcetitle publishername newspapername ogsitename medium medienname publikation threadsitefull sitefull"),
        (ColumnRole.Source, 95, "zeitung quelle medium zeitungsname journal periodico diario fuente jornal fonte giornale testata krant bron kalla tidning avis kilde zrodlo gazeta zdroj kaynak источник издание сми 来源 來源 媒体 媒體 报纸 新聞社 媒体名 出典 언론사 매체 출처 المصدر صحيفة"),
        (ColumnRole.Source, 85, "source publisher provider site website threadsite brand channel feedtitle feedname station network newsoutlet publicationtitle ispartof"),
        (ColumnRole.Source, 65, "domain sourcedomain hostname host sourcecommonname sourcehostname webdomain domainname"),

        (ColumnRole.Url, 100, "url link href articleurl articlelink weburl newsurl storyurl posturl pageurl permalink canonicalurl canonical canonicallink originalurl sourceurl documentidentifier requestedurl respondedurl finalurl mainentityofpage mainentityofpageid shareurl fullurl documenturl uri weblink adresse lien enlace liga collegamento ссылка адрес 链接 網址 网址 原文链接 リンク 링크 주소 الرابط"),
        (ColumnRole.Url, 75, "fieldsshorturl shorturl guid identifier externalurl atid"),

        (ColumnRole.Language, 90, "language lang languagecode inlanguage articlelanguage textlanguage sprache langue idioma lingua taal sprak kieli jezyk язык 语言 語言 言語 언어 اللغة languageiso detectedlanguage langcode dclanguage"),
        (ColumnRole.Section, 90, "section sectionname articlesection category categories newsdesk desk department rubrique ressort rubrika sektion seccion secao sezione categorie kategorie categoria kategori kategoria рубрика раздел категория 栏目 版面 分类 分類 類別 カテゴリ カテゴリー 카테고리 섹션 분류 القسم subsection channelname pillarname sectiontitle threadsectiontitle"),
        (ColumnRole.Section, 60, "topic topics tags tag keywords genre thema themen label newscategory sectionid subsectionname"),
        (ColumnRole.Dateline, 80, "dateline located spitzmarke ortsmarke place ort lieu lugar luogo"),

        (ColumnRole.Key, 100, "id guid uuid articleid newsid storyid storiesid docid documentid postid recordid itemid uniqueid objectid _id newid hash fingerprint artikelid dokumentid idarticle 编号 번호"),
        (ColumnRole.Key, 80, "key nr no number identifiant identificador externalid sourceitemid accessionnumber an pmid"),
    ];
}
