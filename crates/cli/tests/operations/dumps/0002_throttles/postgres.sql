--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: access_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.access_keys (
    account_id bigint NOT NULL,
    access_key_id text NOT NULL COLLATE pg_catalog."C",
    sealed_secret text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL
);


--
-- Name: accounts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts (
    account_id bigint NOT NULL,
    created_at_us bigint NOT NULL
);


--
-- Name: catalogues; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.catalogues (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    sequence bigint NOT NULL,
    images bigint NOT NULL,
    families bigint NOT NULL
);


--
-- Name: client_tokens; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.client_tokens (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    action text NOT NULL COLLATE pg_catalog."C",
    client_token text NOT NULL COLLATE pg_catalog."C",
    parameters text NOT NULL COLLATE pg_catalog."C",
    answer text NOT NULL COLLATE pg_catalog."C",
    expires_at_us bigint NOT NULL
);


--
-- Name: disks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.disks (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    disk_id text NOT NULL COLLATE pg_catalog."C",
    instance_id text COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    size_gib bigint NOT NULL
);


--
-- Name: head_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.head_log (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    family text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    image_id text COLLATE pg_catalog."C",
    changed_at_us bigint NOT NULL,
    action text NOT NULL COLLATE pg_catalog."C",
    request_id text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: image_instances; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.image_instances (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    user_id bigint NOT NULL,
    instance_id text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: image_shares; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.image_shares (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    shared_with bigint NOT NULL,
    shared_at_us bigint NOT NULL
);


--
-- Name: image_snapshots; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.image_snapshots (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    snapshot_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: image_tag_counts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.image_tag_counts (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    tag_key text NOT NULL COLLATE pg_catalog."C",
    tag_value text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    images bigint NOT NULL
);


--
-- Name: images; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.images (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    sequence bigint NOT NULL,
    created_at_us bigint NOT NULL,
    deleted_at_us bigint,
    name text NOT NULL COLLATE pg_catalog."C",
    family text COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    version text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    failure text NOT NULL COLLATE pg_catalog."C",
    progress bigint NOT NULL,
    origin text NOT NULL COLLATE pg_catalog."C",
    architecture text NOT NULL COLLATE pg_catalog."C",
    os_type text NOT NULL COLLATE pg_catalog."C",
    platform text NOT NULL COLLATE pg_catalog."C",
    os_name_zh text COLLATE pg_catalog."C",
    os_name_en text COLLATE pg_catalog."C",
    boot_mode text COLLATE pg_catalog."C",
    license_type text COLLATE pg_catalog."C",
    imds_support text NOT NULL COLLATE pg_catalog."C",
    nvme_support text COLLATE pg_catalog."C",
    resource_group_id text NOT NULL COLLATE pg_catalog."C",
    is_public bigint NOT NULL,
    share_count bigint NOT NULL,
    instance_count bigint NOT NULL,
    disks text NOT NULL COLLATE pg_catalog."C",
    tags text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: instances; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.instances (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    instance_id text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    image_owner_id bigint,
    image_id text COLLATE pg_catalog."C"
);


--
-- Name: nonces; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.nonces (
    account_id bigint NOT NULL,
    access_key_id text NOT NULL COLLATE pg_catalog."C",
    nonce text NOT NULL COLLATE pg_catalog."C",
    expires_at_us bigint NOT NULL
);


--
-- Name: object_removals; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.object_removals (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    bucket text NOT NULL COLLATE pg_catalog."C",
    object text NOT NULL COLLATE pg_catalog."C",
    due_at_us bigint NOT NULL,
    task_id text COLLATE pg_catalog."C"
);


--
-- Name: refinery_schema_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.refinery_schema_history (
    version integer NOT NULL,
    name character varying(255),
    applied_on character varying(255),
    checksum character varying(255)
);


--
-- Name: shared_images; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.shared_images (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    owner_id bigint NOT NULL,
    image_id text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: snapshots; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.snapshots (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    snapshot_id text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    status text NOT NULL COLLATE pg_catalog."C",
    source_disk text NOT NULL COLLATE pg_catalog."C",
    size_gib bigint NOT NULL,
    bytes_path text COLLATE pg_catalog."C",
    bytes_length bigint,
    bytes_sha256 text COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    retention_days bigint,
    resource_group_id text NOT NULL COLLATE pg_catalog."C",
    disk_id text COLLATE pg_catalog."C",
    copied_region_id text COLLATE pg_catalog."C",
    copied_snapshot_id text COLLATE pg_catalog."C",
    copied_path text COLLATE pg_catalog."C",
    copied_length bigint,
    copied_sha256 text COLLATE pg_catalog."C",
    tags text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: tags; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tags (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    resource_type text NOT NULL COLLATE pg_catalog."C",
    resource_id text NOT NULL COLLATE pg_catalog."C",
    tag_key text NOT NULL COLLATE pg_catalog."C",
    tag_value text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    sequence bigint NOT NULL
);


--
-- Name: tasks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tasks (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    task_id text NOT NULL COLLATE pg_catalog."C",
    action text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    ready_at_us bigint NOT NULL,
    finished_at_us bigint,
    due_at_us bigint NOT NULL,
    lease_owner text COLLATE pg_catalog."C",
    progress bigint NOT NULL,
    attempts bigint NOT NULL,
    failure text NOT NULL COLLATE pg_catalog."C",
    source_region_id text COLLATE pg_catalog."C",
    source_image_id text COLLATE pg_catalog."C",
    export_bucket text COLLATE pg_catalog."C",
    export_prefix text COLLATE pg_catalog."C",
    export_format text COLLATE pg_catalog."C"
);


--
-- Name: throttle_counters; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.throttle_counters (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    action text NOT NULL COLLATE pg_catalog."C",
    window_began_us bigint NOT NULL,
    calls bigint NOT NULL
);


--
-- Name: throttles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.throttles (
    account_id bigint NOT NULL,
    action text NOT NULL COLLATE pg_catalog."C",
    calls_max bigint NOT NULL,
    window_s bigint NOT NULL
);


--
-- Data for Name: access_keys; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.access_keys (account_id, access_key_id, sealed_secret, status, created_at_us) FROM stdin;
1234567890123456	testid	eb8a6f86c8986d33be512f3326382398573ae86ab22020792d1831e3b6b4958c6acf93ba425d	Active	1795557822187044
6543210987654321	otherid	38e99b771b8c24ae157b4871d0a4594c202923941ffca15e58df46e79be1ecc8cc69139d4c05e5	Active	1795557822290775
\.


--
-- Data for Name: accounts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts (account_id, created_at_us) FROM stdin;
1234567890123456	1795557822187044
6543210987654321	1795557822290775
\.


--
-- Data for Name: catalogues; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.catalogues (account_id, region_id, sequence, images, families) FROM stdin;
0	cn-hangzhou	3	1	1
1234567890123456	cn-beijing	5	1	0
1234567890123456	cn-hangzhou	59	8	3
\.


--
-- Data for Name: client_tokens; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.client_tokens (account_id, region_id, action, client_token, parameters, answer, expires_at_us) FROM stdin;
1234567890123456	cn-hangzhou	CreateImage	made-1	062e7eb93273f5c8b7ae94a2fde9ea2770cb1a1d8cd7ed826822940177c88767	{"ImageId":"m-b7wgm91650lau2l12dcf"}	1795644222489269
1234567890123456	cn-hangzhou	CreateImage	made-2	d91bd7ee5e8dae9900e255e1a43be79f3e30ffff3ad0a89d85574b130e164214	{"ImageId":"m-5xick49j5o0dnl12x80r"}	1795644222491359
1234567890123456	cn-hangzhou	CreateImage	made-3	e19616acc3c275cc3b47f598d4f631ed5a169af69bce3b5280bfcfcf36c27ca9	{"ImageId":"m-dwzhowey205sbo817ury"}	1795644222493799
\.


--
-- Data for Name: disks; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.disks (account_id, region_id, disk_id, instance_id, kind, size_gib) FROM stdin;
1234567890123456	cn-hangzhou	d-golden-system	i-golden	system	40
\.


--
-- Data for Name: head_log; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.head_log (account_id, region_id, family, revision, image_id, changed_at_us, action, request_id) FROM stdin;
0	cn-hangzhou	ubuntu_22_04_x64	1	ubuntu_22_04_x64_20G_alibase_20230907.vhd	1795557822292253	ApplyFixtures	33ADA430-6042-4AB5-88B9-9564341C93E8
1234567890123456	cn-hangzhou	base	8	m-ymgp1qyh7enwyz3d5ght	1795557822373796	ModifyImageAttribute	3323897D-356A-4D77-A896-56A017DA4AA6
1234567890123456	cn-hangzhou	base	14	m-1cavqbruc3c7cg9w1tj2	1795557822421993	ModifyImageAttribute	11ECC0AA-893D-4CF3-843F-D3594A6A7742
1234567890123456	cn-hangzhou	base	20	m-4qb85vy5m0w83r9fui7t	1795557822467385	ModifyImageAttribute	ADF6CE4F-5D17-4A57-B262-2164F7734CBF
1234567890123456	cn-hangzhou	base	21	m-1cavqbruc3c7cg9w1tj2	1795557822470879	ModifyImageAttribute	AF706E48-3773-4BB7-AEC7-93346D21E74B
1234567890123456	cn-hangzhou	base	45	m-ymgp1qyh7enwyz3d5ght	1795557822679634	DeleteImage	9525313B-C8DA-4033-81F5-CFB92F5DF8B3
1234567890123456	cn-hangzhou	made	27	m-b7wgm91650lau2l12dcf	1795557822489269	CreateImage	C4DD8699-7682-42F4-B73B-B97F7E3F528F
1234567890123456	cn-hangzhou	made	28	m-5xick49j5o0dnl12x80r	1795557822491359	CreateImage	A7C831B9-584A-41B8-AC77-54FAC9663B50
1234567890123456	cn-hangzhou	made	29	m-dwzhowey205sbo817ury	1795557822493799	CreateImage	B95D4784-2DCB-4514-9D97-7315274C1BB0
1234567890123456	cn-hangzhou	made	30	m-5xick49j5o0dnl12x80r	1795557822497129	DeleteImage	D9EC8719-8801-42BF-B74B-7A19CCEDDA53
\.


--
-- Data for Name: image_instances; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_instances (account_id, region_id, image_id, user_id, instance_id) FROM stdin;
0	cn-hangzhou	ubuntu_22_04_x64_20G_alibase_20230907.vhd	1234567890123456	i-golden
0	cn-hangzhou	ubuntu_22_04_x64_20G_alibase_20230907.vhd	6543210987654321	i-of-the-system
1234567890123456	cn-hangzhou	m-1cavqbruc3c7cg9w1tj2	1234567890123456	i-orphan
1234567890123456	cn-hangzhou	m-ymgp1qyh7enwyz3d5ght	1234567890123456	i-own
1234567890123456	cn-hangzhou	m-ymgp1qyh7enwyz3d5ght	6543210987654321	i-others
\.


--
-- Data for Name: image_shares; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_shares (account_id, region_id, image_id, shared_with, shared_at_us) FROM stdin;
1234567890123456	cn-hangzhou	m-b7wgm91650lau2l12dcf	0	1795557822532627
1234567890123456	cn-hangzhou	m-ymgp1qyh7enwyz3d5ght	6543210987654321	1795557822520624
\.


--
-- Data for Name: image_snapshots; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_snapshots (account_id, region_id, snapshot_id, image_id) FROM stdin;
1234567890123456	cn-beijing	s-crdu9plx50c9yd6xd7q0	m-ywif2hp1mf7s18mq0f9e
1234567890123456	cn-hangzhou	s-edzs4is1ox17scrv8iom	m-5xick49j5o0dnl12x80r
1234567890123456	cn-hangzhou	s-edzs4is1ox17scrv8iom	m-b7wgm91650lau2l12dcf
1234567890123456	cn-hangzhou	s-edzs4is1ox17scrv8iom	m-f6vd1n5qbb4yyogah6vn
1234567890123456	cn-hangzhou	s-edzs4is1ox17scrv8iom	m-fr4vzkkossumyfi43726
1234567890123456	cn-hangzhou	s-hihqsmmqx5hrlaqj50st	m-ymgp1qyh7enwyz3d5ght
1234567890123456	cn-hangzhou	s-ihfskcy32636lctqwmyw	m-r8qbhv1wqa8vtawqkfip
1234567890123456	cn-hangzhou	s-zah478qk6m4o0lejievv	m-f05q01tg2itvzkzokq7w
1234567890123456	cn-hangzhou	s-zq7lorxpevpbxdl3ucym	m-4qb85vy5m0w83r9fui7t
\.


--
-- Data for Name: image_tag_counts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_tag_counts (account_id, region_id, tag_key, tag_value, status, images) FROM stdin;
1234567890123456	cn-hangzhou	round	made-1	Available	1
1234567890123456	cn-hangzhou	round	made-2	Available	1
1234567890123456	cn-hangzhou	tier	golden	Available	3
\.


--
-- Data for Name: images; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.images (account_id, region_id, image_id, sequence, created_at_us, deleted_at_us, name, family, description, version, status, failure, progress, origin, architecture, os_type, platform, os_name_zh, os_name_en, boot_mode, license_type, imds_support, nvme_support, resource_group_id, is_public, share_count, instance_count, disks, tags) FROM stdin;
0	cn-hangzhou	ubuntu_22_04_x64_20G_alibase_20230907.vhd	1	1694044800000000	\N	ubuntu_22_04_x64_20G_alibase_20230907.vhd	ubuntu_22_04_x64			Available		100	CreateImage	x86_64	linux	Ubuntu	Ubuntu  22.04 64位	Ubuntu  22.04 64 bit	\N	\N	v1	\N		0	0	2	[{"device":"/dev/xvda","kind":"system","size_gib":20}]	{}
1234567890123456	cn-beijing	m-ywif2hp1mf7s18mq0f9e	1	1795557822573703	\N	copy-1	\N			Available		100	CopyImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-crdu9plx50c9yd6xd7q0"}]	{}
1234567890123456	cn-hangzhou	m-0jijx918ezlyvscfeb63	52	1795557822873754	1795557822945825	cancelled	\N			Creating		0	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-8fsbibkojxpbg5b58k7r","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}
1234567890123456	cn-hangzhou	m-1cavqbruc3c7cg9w1tj2	9	1795557822378404	1795557822679634	base-2	base			Available		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	1	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-6acnu5jqwvcjo788vbg0","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}
1234567890123456	cn-hangzhou	m-4qb85vy5m0w83r9fui7t	15	1795557822430900	\N	base-3	base			Deprecated		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-zq7lorxpevpbxdl3ucym","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}
1234567890123456	cn-hangzhou	m-5xick49j5o0dnl12x80r	28	1795557822491359	\N	made-2	made			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-edzs4is1ox17scrv8iom"}]	{"tier":"golden","round":"made-2"}
1234567890123456	cn-hangzhou	m-b7wgm91650lau2l12dcf	27	1795557822489269	\N	made-1	made			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		1	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-edzs4is1ox17scrv8iom"}]	{"tier":"golden","round":"made-1"}
1234567890123456	cn-hangzhou	m-dwzhowey205sbo817ury	29	1795557822493799	1795557822497129	made-3	made			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-edzs4is1ox17scrv8iom"}]	{"tier":"golden","round":"made-3"}
1234567890123456	cn-hangzhou	m-f05q01tg2itvzkzokq7w	50	1795557822866066	\N	slow-copy	\N			Creating		0	CopyImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-zah478qk6m4o0lejievv"}]	{}
1234567890123456	cn-hangzhou	m-f6vd1n5qbb4yyogah6vn	22	1795557822473121	\N	base	\N			Available		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-edzs4is1ox17scrv8iom","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}
1234567890123456	cn-hangzhou	m-fr4vzkkossumyfi43726	46	1795557822855368	\N	slow	slow			Creating		0	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-edzs4is1ox17scrv8iom"}]	{}
1234567890123456	cn-hangzhou	m-r8qbhv1wqa8vtawqkfip	48	1795557822858204	\N	slow-import	\N			Creating		0	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-ihfskcy32636lctqwmyw","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}
1234567890123456	cn-hangzhou	m-ymgp1qyh7enwyz3d5ght	3	1795557822327650	\N	base-1	base			Available		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	1	2	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-hihqsmmqx5hrlaqj50st","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{"tier":"golden"}
\.


--
-- Data for Name: instances; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.instances (account_id, region_id, instance_id, status, image_owner_id, image_id) FROM stdin;
1234567890123456	cn-hangzhou	i-golden	Stopped	0	ubuntu_22_04_x64_20G_alibase_20230907.vhd
1234567890123456	cn-hangzhou	i-orphan	Running	1234567890123456	m-1cavqbruc3c7cg9w1tj2
1234567890123456	cn-hangzhou	i-own	Running	1234567890123456	m-ymgp1qyh7enwyz3d5ght
6543210987654321	cn-hangzhou	i-of-the-system	Running	0	ubuntu_22_04_x64_20G_alibase_20230907.vhd
6543210987654321	cn-hangzhou	i-others	Running	1234567890123456	m-ymgp1qyh7enwyz3d5ght
\.


--
-- Data for Name: nonces; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.nonces (account_id, access_key_id, nonce, expires_at_us) FROM stdin;
1234567890123456	testid	1-1	1795559622000000
1234567890123456	testid	1-10	1795559622000000
1234567890123456	testid	1-11	1795559622000000
1234567890123456	testid	1-15	1795559622000000
1234567890123456	testid	1-17	1795559622000000
1234567890123456	testid	1-18	1795559622000000
1234567890123456	testid	1-21	1795559622000000
1234567890123456	testid	1-22	1795559622000000
1234567890123456	testid	1-23	1795559622000000
1234567890123456	testid	1-25	1795559622000000
1234567890123456	testid	1-27	1795559622000000
1234567890123456	testid	1-28	1795559622000000
1234567890123456	testid	1-29	1795559622000000
1234567890123456	testid	1-32	1795559622000000
1234567890123456	testid	1-33	1795559622000000
1234567890123456	testid	1-34	1795559622000000
1234567890123456	testid	1-35	1795559622000000
1234567890123456	testid	1-36	1795559622000000
1234567890123456	testid	1-38	1795559622000000
1234567890123456	testid	1-40	1795559622000000
1234567890123456	testid	1-44	1795559622000000
1234567890123456	testid	1-5	1795559622000000
1234567890123456	testid	1-51	1795559622000000
1234567890123456	testid	1-6	1795559622000000
1234567890123456	testid	3-2	1795559622000000
1234567890123456	testid	3-3	1795559622000000
1234567890123456	testid	3-5	1795559622000000
1234567890123456	testid	3-6	1795559622000000
1234567890123456	testid	3-7	1795559622000000
6543210987654321	otherid	2-1	1795559622000000
6543210987654321	otherid	2-2	1795559622000000
\.


--
-- Data for Name: object_removals; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.object_removals (account_id, region_id, bucket, object, due_at_us, task_id) FROM stdin;
1234567890123456	cn-hangzhou	imagekin-snapshots	1234567890123456/s-none-0	0	\N
1234567890123456	cn-hangzhou	imagekin-snapshots	1234567890123456/s-zah478qk6m4o0lejievv-b6efb88dcf9c	1795557852942685	t-1s7kvgrxj2hjfz4e3fpd
\.


--
-- Data for Name: refinery_schema_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.refinery_schema_history (version, name, applied_on, checksum) FROM stdin;
1	catalogue	2026-11-24T22:03:43.604572729Z	10768457456830434487
2	throttles	2026-11-24T22:03:43.604589794Z	14591095462512939459
\.


--
-- Data for Name: shared_images; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.shared_images (account_id, region_id, owner_id, image_id) FROM stdin;
0	cn-hangzhou	1234567890123456	m-b7wgm91650lau2l12dcf
6543210987654321	cn-hangzhou	1234567890123456	m-ymgp1qyh7enwyz3d5ght
\.


--
-- Data for Name: snapshots; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.snapshots (account_id, region_id, snapshot_id, created_at_us, status, source_disk, size_gib, bytes_path, bytes_length, bytes_sha256, name, description, retention_days, resource_group_id, disk_id, copied_region_id, copied_snapshot_id, copied_path, copied_length, copied_sha256, tags) FROM stdin;
1234567890123456	cn-beijing	s-crdu9plx50c9yd6xd7q0	1795557822573703	accomplished	system	1	1234567890123456/s-crdu9plx50c9yd6xd7q0-7a4ea55ed7c7	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	cn-hangzhou	s-hihqsmmqx5hrlaqj50st	1234567890123456/s-hihqsmmqx5hrlaqj50st-b5bcef44c99a	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a	{}
1234567890123456	cn-hangzhou	s-2izms5j56nkkpy24pv7i	1795557822513720	accomplished	system	40	\N	\N	\N	of-a-disk		\N		d-golden-system	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-6acnu5jqwvcjo788vbg0	1795557822378404	accomplished	system	1	1234567890123456/s-6acnu5jqwvcjo788vbg0-b8fd1bcd39bf	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-base	1795557822290603	accomplished	system	20	\N	\N	\N			\N		\N	\N	\N	\N	\N	\N	{"made-by":"fixtures"}
1234567890123456	cn-hangzhou	s-edzs4is1ox17scrv8iom	1795557822473121	accomplished	system	1	1234567890123456/s-edzs4is1ox17scrv8iom-1e8d956c5461	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{"tier":"golden"}
1234567890123456	cn-hangzhou	s-hihqsmmqx5hrlaqj50st	1795557822327650	accomplished	system	1	1234567890123456/s-hihqsmmqx5hrlaqj50st-b5bcef44c99a	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-ihfskcy32636lctqwmyw	1795557822858204	accomplished	system	1	1234567890123456/s-ihfskcy32636lctqwmyw-b6efb88dcf9c	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-zah478qk6m4o0lejievv	1795557822866066	progressing	system	1	\N	\N	\N			\N		\N	cn-hangzhou	s-edzs4is1ox17scrv8iom	1234567890123456/s-edzs4is1ox17scrv8iom-1e8d956c5461	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a	{}
1234567890123456	cn-hangzhou	s-zq7lorxpevpbxdl3ucym	1795557822430900	accomplished	system	1	1234567890123456/s-zq7lorxpevpbxdl3ucym-eb67c1168b0f	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
\.


--
-- Data for Name: tags; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tags (account_id, region_id, resource_type, resource_id, tag_key, tag_value, status, created_at_us, sequence) FROM stdin;
1234567890123456	cn-hangzhou	image	m-5xick49j5o0dnl12x80r	round	made-2	Available	1795557822491359	28
1234567890123456	cn-hangzhou	image	m-5xick49j5o0dnl12x80r	tier	golden	Available	1795557822491359	28
1234567890123456	cn-hangzhou	image	m-b7wgm91650lau2l12dcf	round	made-1	Available	1795557822489269	27
1234567890123456	cn-hangzhou	image	m-b7wgm91650lau2l12dcf	tier	golden	Available	1795557822489269	27
1234567890123456	cn-hangzhou	image	m-ymgp1qyh7enwyz3d5ght	tier	golden	Available	1795557822327650	3
1234567890123456	cn-hangzhou	snapshot	s-base	made-by	fixtures	accomplished	1795557822290603	0
1234567890123456	cn-hangzhou	snapshot	s-edzs4is1ox17scrv8iom	tier	golden	accomplished	1795557822473121	0
\.


--
-- Data for Name: tasks; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tasks (account_id, region_id, task_id, action, status, image_id, created_at_us, ready_at_us, finished_at_us, due_at_us, lease_owner, progress, attempts, failure, source_region_id, source_image_id, export_bucket, export_prefix, export_format) FROM stdin;
1234567890123456	cn-beijing	t-jy9v7645appj4j6ghc0q	CopyImage	Finished	m-ywif2hp1mf7s18mq0f9e	1795557822573703	1795557822573703	1795557822591617	1795557852580009	\N	100	0		cn-hangzhou	m-ymgp1qyh7enwyz3d5ght	\N	\N	\N
1234567890123456	cn-hangzhou	t-1ee7dvu0hb6zktxs7bvt	ImportImage	Processing	m-r8qbhv1wqa8vtawqkfip	1795557822858204	1795557822858204	\N	1795557822858204	\N	0	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-1s7kvgrxj2hjfz4e3fpd	CopyImage	Processing	m-f05q01tg2itvzkzokq7w	1795557822866066	1795557822866066	\N	1795557822866066	\N	0	0		cn-hangzhou	m-5xick49j5o0dnl12x80r	\N	\N	\N
1234567890123456	cn-hangzhou	t-nktky8yzshjgh3johkts	ImportImage	Finished	m-ymgp1qyh7enwyz3d5ght	1795557822327650	1795557822327650	1795557822369173	1795557852365696	\N	100	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-ouhg0o5szh8qe2iwlhov	ExportImage	Finished	m-ymgp1qyh7enwyz3d5ght	1795557822615038	1795557822615038	1795557822664106	1795557852646625	\N	100	0		\N	\N	exported-images		raw
1234567890123456	cn-hangzhou	t-v5hs8in5nri6qnpheoxh	ImportImage	Finished	m-f6vd1n5qbb4yyogah6vn	1795557822473121	1795557822473121	1795557822486454	1795557852481185	\N	100	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-w8usag6ebf5bikjyoy8g	ImportImage	Finished	m-4qb85vy5m0w83r9fui7t	1795557822430900	1795557822430900	1795557822459869	1795557852448792	\N	100	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-xzyph9n22doh40ldxxv5	ImportImage	Deleted	m-0jijx918ezlyvscfeb63	1795557822873754	1795561422873754	1795557822945825	1795557852941946	\N	0	0	cancelled	\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-yqz3aid1o86u9ovgg05h	ImportImage	Finished	m-1cavqbruc3c7cg9w1tj2	1795557822378404	1795557822378404	1795557822400459	1795557852397826	\N	100	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-zjl7rhzztmlt80tz2rmi	CreateImage	Processing	m-fr4vzkkossumyfi43726	1795557822855368	1795557822855368	\N	1795557822855368	\N	0	0		\N	\N	\N	\N	\N
\.


--
-- Data for Name: throttle_counters; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.throttle_counters (account_id, region_id, action, window_began_us, calls) FROM stdin;
1234567890123456	cn-hangzhou	*	0	1
\.


--
-- Data for Name: throttles; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.throttles (account_id, action, calls_max, window_s) FROM stdin;
0	*	1000000	1
\.


--
-- Name: access_keys access_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.access_keys
    ADD CONSTRAINT access_keys_pkey PRIMARY KEY (account_id, access_key_id);


--
-- Name: accounts accounts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (account_id);


--
-- Name: catalogues catalogues_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.catalogues
    ADD CONSTRAINT catalogues_pkey PRIMARY KEY (account_id, region_id);


--
-- Name: client_tokens client_tokens_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.client_tokens
    ADD CONSTRAINT client_tokens_pkey PRIMARY KEY (account_id, region_id, action, client_token);


--
-- Name: disks disks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disks
    ADD CONSTRAINT disks_pkey PRIMARY KEY (account_id, region_id, disk_id);


--
-- Name: head_log head_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.head_log
    ADD CONSTRAINT head_log_pkey PRIMARY KEY (account_id, region_id, family, revision);


--
-- Name: image_instances image_instances_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image_instances
    ADD CONSTRAINT image_instances_pkey PRIMARY KEY (account_id, region_id, image_id, user_id, instance_id);


--
-- Name: image_shares image_shares_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image_shares
    ADD CONSTRAINT image_shares_pkey PRIMARY KEY (account_id, region_id, image_id, shared_with);


--
-- Name: image_snapshots image_snapshots_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image_snapshots
    ADD CONSTRAINT image_snapshots_pkey PRIMARY KEY (account_id, region_id, snapshot_id, image_id);


--
-- Name: image_tag_counts image_tag_counts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image_tag_counts
    ADD CONSTRAINT image_tag_counts_pkey PRIMARY KEY (account_id, region_id, tag_key, tag_value, status);


--
-- Name: images images_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.images
    ADD CONSTRAINT images_pkey PRIMARY KEY (account_id, region_id, image_id);


--
-- Name: instances instances_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.instances
    ADD CONSTRAINT instances_pkey PRIMARY KEY (account_id, region_id, instance_id);


--
-- Name: nonces nonces_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nonces
    ADD CONSTRAINT nonces_pkey PRIMARY KEY (account_id, access_key_id, nonce);


--
-- Name: object_removals object_removals_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.object_removals
    ADD CONSTRAINT object_removals_pkey PRIMARY KEY (account_id, region_id, bucket, object);


--
-- Name: refinery_schema_history refinery_schema_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refinery_schema_history
    ADD CONSTRAINT refinery_schema_history_pkey PRIMARY KEY (version);


--
-- Name: shared_images shared_images_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.shared_images
    ADD CONSTRAINT shared_images_pkey PRIMARY KEY (account_id, region_id, owner_id, image_id);


--
-- Name: snapshots snapshots_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.snapshots
    ADD CONSTRAINT snapshots_pkey PRIMARY KEY (account_id, region_id, snapshot_id);


--
-- Name: tags tags_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tags
    ADD CONSTRAINT tags_pkey PRIMARY KEY (account_id, region_id, resource_type, resource_id, tag_key);


--
-- Name: tasks tasks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (account_id, region_id, task_id);


--
-- Name: throttle_counters throttle_counters_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.throttle_counters
    ADD CONSTRAINT throttle_counters_pkey PRIMARY KEY (account_id, region_id, action);


--
-- Name: throttles throttles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.throttles
    ADD CONSTRAINT throttles_pkey PRIMARY KEY (account_id, action);


--
-- Name: access_keys_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX access_keys_by_id ON public.access_keys USING btree (access_key_id);


--
-- Name: client_tokens_by_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX client_tokens_by_expiry ON public.client_tokens USING btree (expires_at_us);


--
-- Name: disks_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disks_by_id ON public.disks USING btree (account_id, disk_id);


--
-- Name: disks_of_instance; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disks_of_instance ON public.disks USING btree (account_id, region_id, instance_id, disk_id);


--
-- Name: images_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX images_by_age ON public.images USING btree (account_id, region_id, created_at_us DESC, sequence DESC, status, image_id, deleted_at_us) WHERE (deleted_at_us IS NULL);


--
-- Name: images_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX images_by_name ON public.images USING btree (account_id, region_id, name) WHERE (deleted_at_us IS NULL);


--
-- Name: images_of_family; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX images_of_family ON public.images USING btree (account_id, region_id, family, status, created_at_us DESC, sequence DESC, image_id) WHERE (deleted_at_us IS NULL);


--
-- Name: nonces_by_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX nonces_by_expiry ON public.nonces USING btree (expires_at_us);


--
-- Name: object_removals_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX object_removals_due ON public.object_removals USING btree (due_at_us);


--
-- Name: object_removals_of_task; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX object_removals_of_task ON public.object_removals USING btree (account_id, region_id, task_id) WHERE (task_id IS NOT NULL);


--
-- Name: shared_images_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX shared_images_by_id ON public.shared_images USING btree (account_id, region_id, image_id);


--
-- Name: snapshots_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX snapshots_by_age ON public.snapshots USING btree (account_id, region_id, created_at_us DESC, snapshot_id);


--
-- Name: snapshots_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX snapshots_by_id ON public.snapshots USING btree (account_id, snapshot_id);


--
-- Name: tags_by_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tags_by_key ON public.tags USING btree (account_id, region_id, resource_type, tag_key, tag_value, status, created_at_us DESC, sequence DESC, resource_id);


--
-- Name: tasks_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_age ON public.tasks USING btree (account_id, region_id, created_at_us DESC, task_id);


--
-- Name: tasks_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_due ON public.tasks USING btree (due_at_us) WHERE (status = 'Processing'::text);


--
-- Name: tasks_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_open ON public.tasks USING btree (account_id, region_id, action, image_id) WHERE (status = ANY (ARRAY['Waiting'::text, 'Processing'::text]));


--
-- PostgreSQL database dump complete
--


